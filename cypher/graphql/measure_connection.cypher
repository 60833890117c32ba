// purpose: What a list of measures says of the whole list: {{rows}} are its rows, {{row}} the variable of a measure. For the counting see document_connection.

// field: facets
[{{child}} IN [
  {field: 'modality', counts: COLLECT {
    WITH COLLECT {
      {{rows}}
      WITH toUpper({{row}}.modality) AS {{_value}}
      WHERE {{_value}} IS NOT NULL
      RETURN {{_value}} ORDER BY {{_value}}
    } AS {{_all}}
    {{use:facet.counted}}
    RETURN {key: {{_value}}, label: {{_value}}, count: {{_times}}}
  }},
  {field: 'department', counts: COLLECT {
    WITH COLLECT {
      {{rows}}
      MATCH ({{row}})<-[:RESPONSIBLE_FOR]-({{_body}}:Department)
      WITH DISTINCT {{row}}, {{_body}}.id AS {{_value}}
      RETURN {{_value}} ORDER BY {{_value}}
    } AS {{_all}}
    {{use:facet.counted}}
    RETURN {key: {{_value}}, label: COLLECT { MATCH ({{_one}}:Department {id: {{_value}}}) RETURN {{_one}}.name }[0], count: {{_times}}}
  }}
] | {{select}}]
