// purpose: What a Provision answers in GraphQL, whether it is a Section or a Measure.

// field: is Measure
{{this}}:Measure

// field: is Section
{{this}}:Section

// field: document
COLLECT { MATCH ({{child}}:Document)-[:HAS_PROVISION]->({{this}}) RETURN {{select}} }[0]

// field: path
{{this}}.path

// field: heading
{{this}}.heading

// field: text
{{this}}.text

// field: position
{{this}}.position

// field: parent
COLLECT { MATCH ({{child}}:Provision)-[:HAS_PART]->({{this}}) RETURN {{select}} }[0]

// field: children
COLLECT {
  MATCH ({{this}})-[:HAS_PART]->({{child}}:Provision)
  WITH {{child}} ORDER BY {{child}}.position LIMIT 200
  RETURN {{select}}
}

// field: evidence
[{{child}} IN [{
  quote: {{this}}.text, start: {{this}}.start, end: {{this}}.end, page: {{this}}.page,
  printed_page: {{this}}.printed_page, rule: {{this}}.rule, origin: {{this}}.origin
}] | {{select}}][0]

// field: regions
COLLECT {
  MATCH ({{this}})-[{{child}}:NAMES]->({{_place}}:Region)
  WITH {{child}}, {{_place}} ORDER BY {{child}}.start, {{_place}}.id LIMIT 200
  RETURN {{select}}
}

// field: bodiesNamed
COLLECT {
  MATCH ({{this}})-[{{child}}:NAMES]->({{_body}}:Department)
  WITH {{child}}, {{_body}} ORDER BY {{child}}.start, {{_body}}.id LIMIT 200
  RETURN {{select}}
}

// field: deadlines
COLLECT {
  MATCH ({{this}})-[:DUE]->({{child}}:Deadline)
  WITH {{child}} ORDER BY {{child}}.start, {{child}}.id LIMIT 200
  RETURN {{select}}
}

// field: cites
COLLECT {
  MATCH ({{this}})-[:MAKES]->({{child}}:Citation)
  WITH {{child}} ORDER BY {{child}}.start, {{child}}.id LIMIT 200
  RETURN {{select}}
}
