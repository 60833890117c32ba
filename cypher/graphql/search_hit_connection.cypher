// purpose: What a search says of all that it found: {{rows}} are its rows, {{row}} the variable of a hit. For the counting see document_connection.

// field: facets
[{{child}} IN [
  {field: 'level', counts: COLLECT {
    WITH COLLECT {
      {{rows}}
      WITH {{row}}.node AS {{_node}}
      OPTIONAL MATCH ({{_holder}}:Document)-[:HAS_PROVISION]->({{_node}})
      WITH CASE WHEN {{_node}}:Document THEN {{_node}} ELSE {{_holder}} END AS {{_document}}
      WITH toUpper({{_document}}.level) AS {{_value}}
      WHERE {{_value}} IS NOT NULL
      RETURN {{_value}} ORDER BY {{_value}}
    } AS {{_all}}
    {{use:facet.counted}}
    RETURN {key: {{_value}}, label: {{_value}}, count: {{_times}}}
  }},
  {field: 'kind', counts: COLLECT {
    WITH COLLECT {
      {{rows}}
      WITH toUpper({{row}}.kind) AS {{_value}}
      WHERE {{_value}} IS NOT NULL
      RETURN {{_value}} ORDER BY {{_value}}
    } AS {{_all}}
    {{use:facet.counted}}
    RETURN {key: {{_value}}, label: {{_value}}, count: {{_times}}}
  }},
  {field: 'year', counts: COLLECT {
    WITH COLLECT {
      {{rows}}
      WITH {{row}}.node AS {{_node}}
      OPTIONAL MATCH ({{_holder}}:Document)-[:HAS_PROVISION]->({{_node}})
      WITH CASE WHEN {{_node}}:Document THEN {{_node}} ELSE {{_holder}} END AS {{_document}}
      WITH toString({{_document}}.year) AS {{_value}}
      WHERE {{_value}} IS NOT NULL
      RETURN {{_value}} ORDER BY {{_value}}
    } AS {{_all}}
    {{use:facet.counted}}
    RETURN {key: {{_value}}, label: {{_value}}, count: {{_times}}}
  }},
  {field: 'region', counts: COLLECT {
    WITH COLLECT {
      {{rows}}
      WITH {{row}}.node AS {{_node}}
      OPTIONAL MATCH ({{_holder}}:Document)-[:HAS_PROVISION]->({{_node}})
      WITH CASE WHEN {{_node}}:Document THEN {{_node}} ELSE {{_holder}} END AS {{_document}}
      MATCH ({{_document}})-[:APPLIES_TO]->({{_place}}:Region)
      WITH {{_place}}.id AS {{_value}}
      RETURN {{_value}} ORDER BY {{_value}}
    } AS {{_all}}
    {{use:facet.counted}}
    RETURN {key: {{_value}}, label: COLLECT { MATCH ({{_one}}:Region {id: {{_value}}}) RETURN {{_one}}.name }[0], count: {{_times}}}
  }}
] | {{select}}]
