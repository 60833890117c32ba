// purpose: The root fields of the GraphQL schema.

// field: node
coalesce(
  COLLECT { MATCH ({{child}}:Document {id: {{$id}}}) RETURN {{branch:Document}} }[0],
  COLLECT { MATCH ({{child}}:Provision {id: {{$id}}}) WHERE {{child}}:Measure RETURN {{branch:Measure}} }[0],
  COLLECT { MATCH ({{child}}:Provision {id: {{$id}}}) WHERE {{child}}:Section RETURN {{branch:Section}} }[0],
  COLLECT { MATCH ({{child}}:Citation {id: {{$id}}}) RETURN {{branch:Citation}} }[0],
  COLLECT { MATCH ({{child}}:Deadline {id: {{$id}}}) RETURN {{branch:Deadline}} }[0],
  COLLECT { MATCH ({{child}}:Department {id: {{$id}}}) RETURN {{branch:Department}} }[0],
  COLLECT { MATCH ({{child}}:Region {id: {{$id}}}) RETURN {{branch:Region}} }[0],
  COLLECT {
    MATCH (:Provision {id: split({{$id}}, '~')[0]})-[{{child}}:ALIGNED_WITH]->(:Provision {id: split({{$id}}, '~')[1]})
    RETURN {{branch:Alignment}}
  }[0],
  COLLECT {
    MATCH ({{child}}:Document)
    WHERE {{$id}} IN {{child}}.former_ids
    WITH {{child}} ORDER BY {{child}}.id LIMIT 1
    RETURN {{branch:Document}}
  }[0]
)

// field: document
COLLECT {
  OPTIONAL MATCH ({{_now}}:Document {id: {{$id}}}) // if id
  CALL ({{_now}}) { // if id
    WITH {{_now}} WHERE {{_now}} IS NOT NULL // if id
    RETURN {{_now}} AS {{child}} // if id
    UNION // if id
    WITH {{_now}} WHERE {{_now}} IS NULL // if id
    MATCH ({{child}}:Document) WHERE {{$id}} IN {{child}}.former_ids // if id
    RETURN {{child}} // if id
  } // if id
  MATCH ({{child}}:Document {number_key: $number_key}) // if docNumber
  WITH {{child}} ORDER BY {{child}}.held DESC, {{child}}.id LIMIT 1
  RETURN {{select}}
}[0]

// field: documents
// order issued_on_desc: {{child}}.issued_on DATE DESC NULLS
// order issued_on_asc: {{child}}.issued_on DATE ASC NULLS
// order cited_by_desc: {{child}}.cited_by DESC NULLS
// order title: {{child}}.title ASC NULLS
// tie: {{child}}.id
MATCH (:Department {id: {{$where.issuer}}})<-[:ISSUED_BY]-({{child}}:Document) // if where.issuer
WITH DISTINCT {{child}} // if where.issuer
MATCH (:Region {id: {{$where.region}}})<-[:APPLIES_TO]-({{child}}:Document) // if where.region
WITH DISTINCT {{child}} // if where.region
MATCH ({{child}}:Document)
WHERE true
  AND {{child}}.held = {{$where.held}} // if where.held
  AND {{child}}.level = {{$where.level}} // if where.level
  AND {{child}}.year = {{$where.year}} // if where.year
  AND {{$where.kind}} IN [{{child}}.kind, {{child}}.issued_kind] // if where.kind
  AND any({{_words}} IN [{{child}}.title, {{child}}.issued_title, {{child}}.doc_number] + coalesce({{child}}.aliases, []) WHERE {{_words}} CONTAINS {{$where.text}}) // if where.text
  AND {{child}}.issued_on >= {{$where.issuedOn.from}} // if where.issuedOn.from
  AND {{child}}.issued_on <= {{$where.issuedOn.to}} // if where.issuedOn.to
  AND {{child}}.held // if where.inForceOn
  AND coalesce({{child}}.effective_on, {{child}}.issued_on) <= {{$where.inForceOn}} // if where.inForceOn
  AND coalesce({{child}}.expires_on >= {{$where.inForceOn}}, true) // if where.inForceOn
  AND NOT EXISTS { // if where.inForceOn
    MATCH ({{child}})<-[:TARGETS]-({{_repeal}}:Citation {relation: 'repeals', status: 'resolved'}) // if where.inForceOn
      <-[:MAKES]-(:Provision)<-[:HAS_PROVISION]-({{_by}}:Document) // if where.inForceOn
    WHERE {{_repeal}}.article IS NULL // if where.inForceOn
      AND coalesce({{_by}}.effective_on, {{_by}}.issued_on) <= {{$where.inForceOn}} // if where.inForceOn
  } // if where.inForceOn

// field: lookup
{{select}}

// field: measures
// order document: {{_document}}.id ASC
// order document: {{child}}.position ASC
// order issued_on_desc: {{_document}}.issued_on DATE DESC NULLS
// order issued_on_desc: {{_document}}.id ASC
// order issued_on_desc: {{child}}.position ASC
// order due: {{_due}} DATE ASC NULLS
// order due: {{_document}}.id ASC
// order due: {{child}}.position ASC
// tie: {{child}}.id
MATCH (:Department {id: {{$where.department}}})-[:RESPONSIBLE_FOR]->({{child}}:Measure) // if where.department
WITH DISTINCT {{child}} // if where.department
MATCH (:Region {id: {{$where.region}}})<-[:NAMES]-({{child}}:Measure) // if where.region
WITH DISTINCT {{child}} // if where.region
MATCH ({{_document}}:Document)-[:HAS_PROVISION]->({{child}}:Measure)
WHERE {{_document}}.id IS NOT NULL
  {{use:measure.where}}
WITH {{child}}, {{_document}}, COLLECT { // if orderBy=due
  MATCH ({{child}})-[:DUE]->({{_limit}}:Deadline) // if orderBy=due
  WHERE {{_limit}}.ends_on IS NOT NULL // if orderBy=due
  RETURN {{_limit}}.ends_on ORDER BY {{_limit}}.ends_on LIMIT 1 // if orderBy=due
}[0] AS {{_due}} // if orderBy=due

// field: citations
// order: {{_citing}}.id ASC
// order: {{child}}.start ASC
// tie: {{child}}.id
MATCH ({{child}}:Citation)-[:TARGETS]->(:Document {id: {{$where.cited}}}) // if where.cited
MATCH ({{_citing}}:Document)-[:HAS_PROVISION]->(:Provision)-[:MAKES]->({{child}}:Citation)
WHERE {{_citing}}.id IS NOT NULL
  AND {{_citing}}.id = {{$where.citing}} // if where.citing
  AND {{child}}.status = {{$where.status}} // if where.status
  AND {{child}}.relation = {{$where.relation}} // if where.relation
  AND coalesce({{child}}.origin, 'automatic') = {{$where.origin}} // if where.origin

// field: alignments
// order: {{child}}.score DESC
// order: {{_lower}}.id ASC
// tie: {{_upper}}.id
CALL () { // if where.upper
  MATCH ({{_upper}}:Provision {id: {{$where.upper}}}) RETURN {{_upper}} // if where.upper
  UNION // if where.upper
  MATCH (:Document {id: {{$where.upper}}})-[:HAS_PROVISION]->({{_upper}}:Measure) RETURN {{_upper}} // if where.upper
} // if where.upper
CALL () { // if where.lower
  MATCH ({{_lower}}:Provision {id: {{$where.lower}}}) RETURN {{_lower}} // if where.lower
  UNION // if where.lower
  MATCH (:Document {id: {{$where.lower}}})-[:HAS_PROVISION]->({{_lower}}:Measure) RETURN {{_lower}} // if where.lower
} // if where.lower
MATCH ({{_lower}}:Measure)-[{{child}}:ALIGNED_WITH]->({{_upper}}:Measure)
WHERE {{child}}.score IS NOT NULL
  AND {{child}}.basis = {{$where.basis}} // if where.basis
  AND {{child}}.score >= {{$where.minScore}} // if where.minScore
  AND {{child}}.score <= {{$where.maxScore}} // if where.maxScore
  AND coalesce({{child}}.origin, 'automatic') = {{$where.origin}} // if where.origin

// field: department
COLLECT {
  MATCH ({{child}}:Department {id: {{$id}}}) // if id
  WITH COLLECT { MATCH ({{_one}}:Department {name: {{$name}}}) RETURN {{_one}} } AS {{_all}} // if name
  // Other names have no index: they are looked through only where no body is called so. // if name
  WITH CASE WHEN size({{_all}}) > 0 THEN {{_all}} ELSE COLLECT { // if name
    MATCH ({{_one}}:Department) // if name
    WHERE {{_one}}.short_name = {{$name}} OR {{$name}} IN {{_one}}.aliases // if name
    RETURN {{_one}} // if name
  } END AS {{_all}} // if name
  WHERE size({{_all}}) = 1 // if name
  WITH {{_all}}[0] AS {{child}} // if name
  RETURN {{select}}
}[0]

// field: departments
// order: {{child}}.name ASC
// tie: {{child}}.id
MATCH ({{child}}:Department)
WHERE true
  AND any({{_word}} IN [{{child}}.name, {{child}}.short_name] + coalesce({{child}}.aliases, []) WHERE {{_word}} CONTAINS {{$text}}) // if text
  AND {{child}}.level = {{$level}} // if level
  AND {{child}}.kind = {{$kind}} // if kind
  AND EXISTS { MATCH ({{child}})-[:SEATED_IN|COVERS]->(:Region {id: {{$region}}}) } // if region

// field: region
COLLECT {
  MATCH ({{child}}:Region {id: {{$id}}}) // if id
  MATCH ({{child}}:Region {name: {{$name}}}) // if name
  WITH collect({{child}}) AS {{_all}} // if name
  WHERE size({{_all}}) = 1 // if name
  MATCH ({{child}}:Region {id: {{_all}}[0].id}) // if name
  RETURN {{select}}
}[0]

// field: regions
// order: {{child}}.id ASC
// tie: {{child}}.id
MATCH ({{child}}:Region)
WHERE true
  AND {{child}}.name CONTAINS {{$text}} // if text
  AND {{child}}.level = {{$level}} // if level

// field: deadlines
// order: coalesce(toString({{child}}.ends_on), toString({{child}}.starts_on), '9999') ASC
// tie: {{child}}.id
MATCH ({{_document}}:Document)-[:HAS_PROVISION]->({{_provision}}:Provision)-[:DUE]->({{child}}:Deadline)
WHERE true
  AND coalesce({{child}}.ends_on, {{child}}.starts_on) >= {{$where.due.from}} // if where.due.from
  AND coalesce({{child}}.ends_on, {{child}}.starts_on) <= {{$where.due.to}} // if where.due.to
  AND {{child}}.kind IN {{$where.kinds}} // if where.kinds
  AND EXISTS { MATCH (:Department {id: {{$where.department}}})-[:RESPONSIBLE_FOR]->({{_provision}}) } // if where.department
  AND (EXISTS { MATCH ({{_provision}})-[:NAMES]->(:Region {id: {{$where.region}}}) } OR EXISTS { MATCH ({{_document}})-[:APPLIES_TO]->(:Region {id: {{$where.region}}}) }) // if where.region

// field: wanted
// order: COUNT { MATCH ({{child}})<-[:TARGETS]-(:Citation) } DESC
// tie: {{child}}.id
MATCH ({{child}}:Document {held: false})
WHERE EXISTS { MATCH ({{child}})<-[:TARGETS]-(:Citation) }
  AND {{child}}.level = {{$level}} // if level

// field: search
// once: yes
// order: {{child}}.rank DESC
// tie: {{child}}.id
UNWIND CASE WHEN $query IS NULL THEN [] ELSE $indexes END AS {{_index}}
CALL ({{_index}}) {
  CALL db.index.fulltext.queryNodes({{_index}} + '_tokens', $query, {limit: $most}) YIELD node AS {{_node}}, score AS {{_score}}
  WITH {{_node}}, {{_score}}, CASE
    WHEN {{_node}}:Document THEN 'document'
    WHEN {{_node}}:Measure THEN 'measure'
    WHEN {{_node}}:Provision THEN 'section'
    WHEN {{_node}}:Department THEN 'department'
    ELSE 'region'
  END AS {{_kind}}
  WHERE true
    AND {{_kind}} IN {{$types}} // if types
  OPTIONAL MATCH ({{_holder}}:Document)-[:HAS_PROVISION]->({{_node}}) // if level|year|region
  WITH *, CASE WHEN {{_node}}:Document THEN {{_node}} ELSE {{_holder}} END AS {{_document}} // if level|year|region
  WHERE true // if level|year|region
    AND {{_document}}.level = {{$level}} // if level
    AND {{_document}}.year = {{$year}} // if year
    AND EXISTS { MATCH ({{_document}})-[:APPLIES_TO]->(:Region {id: {{$region}}}) } // if region
  RETURN {
    node: {{_node}}, id: {{_node}}.id, kind: {{_kind}}, score: {{_score}},
    rank: {{_score}} + CASE WHEN {{_kind}} IN ['department', 'region'] THEN 0 ELSE 1000 END
  } AS {{child}}
  ORDER BY {{_score}} DESC, {{_node}}.id
  LIMIT $best
}

// field: trace
COLLECT {
  MATCH ({{_root}}:Document {id: $document})
  WITH {{_root}}, COLLECT {
    CALL () {
      {{statement:trace/trace}}
    }
    RETURN {
      from_id: from_id, from_depth: from_depth, to_id: to_id, to_depth: to_depth, relation: relation,
      preamble: preamble, citation_ids: citation_ids, truncated: truncated
    }
  } AS {{_rows}}
  WITH {root: {{_root}}.id, rows: {{_rows}}} AS {{child}}
  RETURN {{select}}
}[0]

// field: implementation
COLLECT {
  MATCH ({{_upper}}:Document {id: $upper}), (:Region {id: $region})
  {{use:implementation.found}}
}[0]

// field: compare
COLLECT {
  MATCH ({{_upper}}:Document {id: $upper}), ({{_other}}:Document {id: $lower})
  WHERE coalesce($ranks[{{_other}}.level] > $ranks[{{_upper}}.level], true)
  {{use:implementation.found}}
}[0]

// field: path
COLLECT {
  WITH COLLECT {
    CALL () {
      {{statement:trace/path}}
    }
    RETURN {
      from_id: from_id, to_id: to_id, relation: relation, preamble: preamble, citation_ids: citation_ids
    }
  } AS {{_rows}}
  WHERE size({{_rows}}) > 0
  RETURN COLLECT {
    UNWIND range(0, size({{_rows}}) - 1) AS {{_place}}
    WITH {{_rows}}[{{_place}}] AS {{child}} ORDER BY {{_place}}
    RETURN {{select}}
  }
}[0]

// field: stats
{{select}}
