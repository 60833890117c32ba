// purpose: What a list of measures says of the whole list: {{rows}} are its rows, {{row}} the variable of a measure. Values are counted in lists: Neo4j 5 refuses an aggregation in a subquery expression that stands beside other properties.

// field: facets
[{{child}} IN [
  {field: 'modality', counts: COLLECT {
    WITH COLLECT {
      {{rows}}
      RETURN toUpper({{row}}.modality)
    } AS {{_all}}
    UNWIND {{_all}} AS {{_value}}
    WITH DISTINCT {{_value}}, {{_all}} WHERE {{_value}} IS NOT NULL
    WITH {{_value}}, size([{{_one}} IN {{_all}} WHERE {{_one}} = {{_value}}]) AS {{_times}}
    RETURN {key: {{_value}}, count: {{_times}}} ORDER BY {{_times}} DESC, {{_value}} LIMIT 50
  }},
  {field: 'department', counts: COLLECT {
    WITH COLLECT {
      {{rows}}
      MATCH ({{row}})<-[:RESPONSIBLE_FOR]-({{_body}}:Department)
      WITH DISTINCT {{row}}, {{_body}}
      RETURN {{_body}}.name
    } AS {{_all}}
    UNWIND {{_all}} AS {{_value}}
    WITH DISTINCT {{_value}}, {{_all}} WHERE {{_value}} IS NOT NULL
    WITH {{_value}}, size([{{_one}} IN {{_all}} WHERE {{_one}} = {{_value}}]) AS {{_times}}
    RETURN {key: {{_value}}, count: {{_times}}} ORDER BY {{_times}} DESC, {{_value}} LIMIT 50
  }}
] | {{select}}]
