// purpose: What a Region answers in GraphQL.

// field: code
{{this}}.code

// field: name
{{this}}.name

// field: level
{{this}}.level

// field: macro
{{this}}:MacroRegion

// field: parent
COLLECT {
  MATCH ({{this}})-[:PART_OF]->({{child}}:Region)
  WITH {{child}} ORDER BY {{child}}:MacroRegion, {{child}}.id LIMIT 1
  RETURN {{select}}
}[0]

// field: children
COLLECT {
  MATCH ({{this}})<-[:PART_OF]-({{child}}:Region)
  WITH {{child}} ORDER BY {{child}}.id LIMIT 200
  RETURN {{select}}
}

// field: mentions
// order: {{_provision}}.id ASC
// order: {{_place}}.id ASC
// tie: {{child}}.start
MATCH ({{this}})
  <-[:PART_OF*0..4]-(:Region) // if includeChildren=true
  <-[{{child}}:NAMES]-({{_provision}}:Provision)
WITH DISTINCT {{child}}, {{_provision}}, endNode({{child}}) AS {{_place}}

// field: responsibilities
// order: {{_measure}}.id ASC
// order: {{_body}}.id ASC
// tie: {{child}}.start
CALL ({{this}}) {
  MATCH ({{this}})<-[:SEATED_IN]-({{_body}}:Department {kind: 'government'})
  RETURN {{_body}}
  UNION // if includeGeneric=true
  MATCH ({{this}})-[:PART_OF*0..4]->(:Region)<-[:COVERS]-({{_body}}:Department {kind: 'generic'}) // if includeGeneric=true
  RETURN {{_body}} // if includeGeneric=true
}
MATCH ({{_body}})-[{{child}}:RESPONSIBLE_FOR]->({{_measure}}:Measure)

// field: documents
// order: coalesce(toString({{child}}.issued_on), '') DESC
// tie: {{child}}.id
MATCH ({{this}})
  <-[:PART_OF*0..4]-(:Region) // if includeChildren=true
  <-[:APPLIES_TO]-({{child}}:Document)
WITH DISTINCT {{child}}
