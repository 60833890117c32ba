// purpose: What a Citation answers in GraphQL.

// field: relation
{{this}}.relation

// field: status
{{this}}.status

// field: cue
{{this}}.cue

// field: citing
COLLECT {
  MATCH ({{child}}:Document)-[:HAS_PROVISION]->(:Provision)-[:MAKES]->({{this}})
  RETURN {{select}}
}[0]

// field: provision
COLLECT { MATCH ({{child}}:Provision)-[:MAKES]->({{this}}) RETURN {{select}} }[0]

// field: cited
COLLECT { MATCH ({{this}})-[:TARGETS]->({{child}}:Document) RETURN {{select}} }[0]

// field: candidates
COLLECT {
  MATCH ({{this}})-[:CANDIDATE]->({{child}}:Document)
  WITH {{child}} ORDER BY {{child}}.id LIMIT 20
  RETURN {{select}}
}

// field: article
{{this}}.article

// field: confidence
{{this}}.confidence

// field: evidence
{{select:{{this}}}}
