// purpose: What a Measure answers in GraphQL beyond what every Provision does.

// field: responsibilities
COLLECT {
  MATCH ({{this}})<-[{{child}}:RESPONSIBLE_FOR]-({{_body}}:Department)
  WITH {{child}}, {{_body}} ORDER BY {{child}}.start, {{_body}}.id LIMIT 200
  RETURN {{select}}
}

// field: modality
{{this}}.modality

// field: validity
COLLECT {
  MATCH ({{_text}}:Document)-[:HAS_PROVISION]->({{this}})
  {{use:validity.of}}
}[0]

// field: alignedUp
COLLECT {
  MATCH ({{this}})-[{{child}}:ALIGNED_WITH]->({{_upper}}:Measure)
  WITH {{child}}, {{_upper}} ORDER BY {{child}}.score DESC, {{_upper}}.id LIMIT 100
  RETURN {{select}}
}

// field: alignedDown
COLLECT {
  MATCH ({{this}})<-[{{child}}:ALIGNED_WITH]-({{_lower}}:Measure)
  WITH {{child}}, {{_lower}} ORDER BY {{child}}.score DESC, {{_lower}}.id LIMIT 100
  RETURN {{select}}
}
