// purpose: What the graph holds, a count a field; $version and $digest come from the program.

// field: documents
COUNT { MATCH (:Document) }

// field: held
COUNT { MATCH (:Document {held: true}) }

// field: wanted
COUNT { MATCH (:Document {held: false}) }

// field: measures
COUNT { MATCH (:Measure) }

// field: departments
COUNT { MATCH (:Department) }

// field: regions
COUNT { MATCH (:Region) }

// field: citations
COUNT { MATCH (:Citation) }

// field: alignments
COUNT { MATCH ()-[:ALIGNED_WITH]->() }

// field: byLevel
COLLECT {
  MATCH ({{_document}}:Document {held: true})
  WITH toUpper({{_document}}.level) AS {{_key}}, count(*) AS {{_count}}
  WHERE {{_key}} IS NOT NULL
  WITH {key: {{_key}}, count: {{_count}}} AS {{child}} ORDER BY {{_count}} DESC, {{_key}}
  RETURN {{select}}
}

// field: byRelation
COLLECT {
  MATCH ({{_citation}}:Citation)
  WITH toUpper({{_citation}}.relation) AS {{_key}}, count(*) AS {{_count}}
  WITH {key: {{_key}}, count: {{_count}}} AS {{child}} ORDER BY {{_count}} DESC, {{_key}}
  RETURN {{select}}
}

// field: loadedAt
COLLECT { MATCH ({{_source}}:Source) RETURN toString(max({{_source}}.loaded_at)) }[0]

// field: engine
COLLECT { CALL dbms.components() YIELD versions RETURN versions[0] }[0]

// field: version
$version

// field: digest
$digest
