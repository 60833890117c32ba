// purpose: What a Department answers in GraphQL.

// field: name
{{this}}.name

// field: shortName
{{this}}.short_name

// field: aliases
coalesce({{this}}.aliases, [])

// field: kind
coalesce({{this}}.kind, 'other')

// field: level
{{this}}.level

// field: region
COLLECT {
  MATCH ({{this}})-[:SEATED_IN|COVERS]->({{child}}:Region)
  WITH {{child}} ORDER BY {{child}}.id LIMIT 1
  RETURN {{select}}
}[0]

// field: known
coalesce({{this}}.known, false)

// field: parent
COLLECT {
  MATCH ({{this}})-[:PART_OF]->({{child}}:Department)
  WITH {{child}} ORDER BY {{child}}.id LIMIT 1
  RETURN {{select}}
}[0]

// field: counterparts
COLLECT {
  MATCH ({{this}})-[:COUNTERPART_OF]-({{child}}:Department)
  WITH DISTINCT {{child}} ORDER BY {{child}}.id LIMIT 100
  RETURN {{select}}
}

// field: predecessors
COLLECT {
  MATCH ({{this}})<-[:SUCCEEDED_BY]-({{child}}:Department)
  WITH {{child}} ORDER BY {{child}}.id LIMIT 100
  RETURN {{select}}
}

// field: successors
COLLECT {
  MATCH ({{this}})-[:SUCCEEDED_BY]->({{child}}:Department)
  WITH {{child}} ORDER BY {{child}}.id LIMIT 100
  RETURN {{select}}
}

// field: responsibilities
// order: {{_measure}}.id ASC
// order: {{_body}}.id ASC
// tie: {{child}}.start
MATCH ({{this}})
  <-[:SUCCEEDED_BY*0..5]-(:Department) // if includePredecessors=true
  <-[:PART_OF*0..3]-(:Department) // if includeOffices=true
  -[{{child}}:RESPONSIBLE_FOR]->({{_measure}}:Measure)
WHERE {{child}}.role = {{$role}} // if role
WITH {{child}}, {{_measure}}, {{this}} AS {{_body}}
WITH DISTINCT {{child}}, {{_measure}}, startNode({{child}}) AS {{_body}} // if includePredecessors=true|includeOffices=true

// field: documents
// order: coalesce(toString({{child}}.issued_on), '') DESC
// tie: {{child}}.id
MATCH ({{this}})
  <-[:SUCCEEDED_BY*0..5]-(:Department) // if includePredecessors=true
  <-[:PART_OF*0..3]-(:Department) // if includeOffices=true
  <-[:ISSUED_BY]-({{child}}:Document)
WITH DISTINCT {{child}}
