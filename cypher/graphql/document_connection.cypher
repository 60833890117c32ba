// purpose: What a list of documents says of the whole list: {{rows}} are its rows, {{row}} the variable of a document. Values are counted in sorted lists: Neo4j 5 refuses an aggregation in a subquery expression that stands beside other properties.

// field: facets
[{{child}} IN [
  {field: 'level', counts: COLLECT {
    WITH COLLECT {
      {{rows}}
      WITH toUpper({{row}}.level) AS {{_value}}
      WHERE {{_value}} IS NOT NULL
      RETURN {{_value}} ORDER BY {{_value}}
    } AS {{_all}}
    {{use:facet.counted}}
    RETURN {key: {{_value}}, label: {{_value}}, count: {{_times}}}
  }},
  {field: 'kind', counts: COLLECT {
    WITH COLLECT {
      {{rows}}
      UNWIND [{{row}}.kind, {{row}}.issued_kind] AS {{_value}}
      WITH DISTINCT {{row}}, {{_value}}
      WHERE {{_value}} IS NOT NULL
      RETURN {{_value}} ORDER BY {{_value}}
    } AS {{_all}}
    {{use:facet.counted}}
    RETURN {key: {{_value}}, label: {{_value}}, count: {{_times}}}
  }},
  {field: 'year', counts: COLLECT {
    WITH COLLECT {
      {{rows}}
      WITH toString({{row}}.year) AS {{_value}}
      WHERE {{_value}} IS NOT NULL
      RETURN {{_value}} ORDER BY {{_value}}
    } AS {{_all}}
    {{use:facet.counted}}
    RETURN {key: {{_value}}, label: {{_value}}, count: {{_times}}}
  }},
  {field: 'issuer', counts: COLLECT {
    WITH COLLECT {
      {{rows}}
      MATCH ({{row}})-[:ISSUED_BY]->({{_body}}:Department)
      WITH DISTINCT {{row}}, {{_body}}.id AS {{_value}}
      RETURN {{_value}} ORDER BY {{_value}}
    } AS {{_all}}
    {{use:facet.counted}}
    RETURN {key: {{_value}}, label: COLLECT { MATCH ({{_one}}:Department {id: {{_value}}}) RETURN {{_one}}.name }[0], count: {{_times}}}
  }},
  {field: 'region', counts: COLLECT {
    WITH COLLECT {
      {{rows}}
      MATCH ({{row}})-[:APPLIES_TO]->({{_place}}:Region)
      WITH DISTINCT {{row}}, {{_place}}.id AS {{_value}}
      RETURN {{_value}} ORDER BY {{_value}}
    } AS {{_all}}
    {{use:facet.counted}}
    RETURN {key: {{_value}}, label: COLLECT { MATCH ({{_one}}:Region {id: {{_value}}}) RETURN {{_one}}.name }[0], count: {{_times}}}
  }}
] | {{select}}]
