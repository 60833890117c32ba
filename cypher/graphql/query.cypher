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
// order issued_on_desc: coalesce(toString({{child}}.issued_on), '') DESC
// order issued_on_asc: coalesce(toString({{child}}.issued_on), '') ASC
// order cited_by_desc: coalesce({{child}}.cited_by, 0) DESC
// order title: {{child}}.title ASC
// tie: {{child}}.id
MATCH ({{child}}:Document)
WHERE true
  AND {{child}}.held = {{$where.held}} // if where.held
  AND {{child}}.level = {{$where.level}} // if where.level
  AND {{child}}.year = {{$where.year}} // if where.year
  AND {{$where.kind}} IN [{{child}}.kind, {{child}}.issued_kind] // if where.kind
  AND any({{_words}} IN [{{child}}.title, {{child}}.issued_title, {{child}}.doc_number] + coalesce({{child}}.aliases, []) WHERE {{_words}} CONTAINS {{$where.text}}) // if where.text
  AND {{child}}.issued_on >= {{$where.issuedOn.from}} // if where.issuedOn.from
  AND {{child}}.issued_on <= {{$where.issuedOn.to}} // if where.issuedOn.to
  AND EXISTS { MATCH ({{child}})-[:APPLIES_TO]->(:Region {id: {{$where.region}}}) } // if where.region
  AND EXISTS { MATCH ({{child}})-[:ISSUED_BY]->(:Department {id: {{$where.issuer}}}) } // if where.issuer
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
