// purpose: An upper measure that nothing below is aligned with: {{this}} is the measure.

// field: measure
{{select:{{this}}}}

// field: nearest
COLLECT {
  MATCH ({{_upper}}:Document)-[:HAS_PROVISION]->({{this}})
  MATCH ({{this}})<-[{{child}}:NEAREST_TO]-({{_measure}}:Measure)<-[:HAS_PROVISION]-({{_lower}}:Document)
  WHERE true
    {{use:implementation.scope}}
  WITH {{child}}, {{_measure}} ORDER BY {{child}}.score DESC, {{_measure}}.id LIMIT 1
  RETURN {{select}}
}[0]
