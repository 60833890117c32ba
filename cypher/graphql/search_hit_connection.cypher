// purpose: What a search says of all that it found: {{rows}} are its rows, {{row}} the variable of a hit. Values are counted in lists: Neo4j 5 refuses an aggregation in a subquery expression that stands beside other properties.

// field: facets
[{{child}} IN [
  {field: 'level', counts: COLLECT {
    WITH COLLECT {
      {{rows}}
      RETURN toUpper({{row}}.level)
    } AS {{_all}}
    UNWIND {{_all}} AS {{_value}}
    WITH DISTINCT {{_value}}, {{_all}} WHERE {{_value}} IS NOT NULL
    WITH {{_value}}, size([{{_one}} IN {{_all}} WHERE {{_one}} = {{_value}}]) AS {{_times}}
    RETURN {key: {{_value}}, count: {{_times}}} ORDER BY {{_times}} DESC, {{_value}} LIMIT 50
  }},
  {field: 'kind', counts: COLLECT {
    WITH COLLECT {
      {{rows}}
      RETURN toUpper({{row}}.kind)
    } AS {{_all}}
    UNWIND {{_all}} AS {{_value}}
    WITH DISTINCT {{_value}}, {{_all}} WHERE {{_value}} IS NOT NULL
    WITH {{_value}}, size([{{_one}} IN {{_all}} WHERE {{_one}} = {{_value}}]) AS {{_times}}
    RETURN {key: {{_value}}, count: {{_times}}} ORDER BY {{_times}} DESC, {{_value}} LIMIT 50
  }},
  {field: 'year', counts: COLLECT {
    WITH COLLECT {
      {{rows}}
      RETURN toString({{row}}.year)
    } AS {{_all}}
    UNWIND {{_all}} AS {{_value}}
    WITH DISTINCT {{_value}}, {{_all}} WHERE {{_value}} IS NOT NULL
    WITH {{_value}}, size([{{_one}} IN {{_all}} WHERE {{_one}} = {{_value}}]) AS {{_times}}
    RETURN {key: {{_value}}, count: {{_times}}} ORDER BY {{_times}} DESC, {{_value}} LIMIT 50
  }}
] | {{select}}]
