// purpose: What joins the fragments of the GraphQL fields: the statement, the choice of a type, the page of a list.

// field: statement
RETURN {{value}} AS value

// field: plan
EXPLAIN {{text}}

// field: choice
CASE {{branches}} END

// field: branch
WHEN {{condition}} THEN {{value}}

// field: total
COUNT { {{rows}} }

// field: once
COLLECT {
  WITH COLLECT {
    {{rows}}
    RETURN {{child}}
  } AS {{all}}
  RETURN {{value}}
}[0]

// field: again
UNWIND {{all}} AS {{child}}

// field: page
COLLECT {
{{rows}}
WITH * WHERE {{bounds}} // if bounds
WITH * ORDER BY {{order}}
LIMIT {{limit}}
RETURN {{row}}
}

// field: page_of_parts
COLLECT {
  WITH {{first}} AS {{child}}_rows
  WITH {{child}}_rows + CASE WHEN size({{child}}_rows) < {{limit}} THEN {{second}} ELSE [] END AS {{child}}_rows
  UNWIND range(0, size({{child}}_rows) - 1) AS {{child}}_at
  WITH {{child}}_at, {{child}}_rows[{{child}}_at].row AS {{child}}, {{child}}_rows[{{child}}_at].keys AS {{child}}_keys
  ORDER BY {{child}}_at LIMIT {{limit}}
  RETURN {{row}}
}

// field: rows_of_part
COLLECT {
{{rows}}
WITH * WHERE {{bounds}}
WITH * ORDER BY {{order}}
LIMIT {{limit}}
RETURN {row: {{child}}, keys: [{{keys}}]}
}

// field: no_rows
[]

// field: null
{{key}} IS NULL

// field: not_null
{{key}} IS NOT NULL

// field: beyond
{{key}} {{sign}} {{value}}

// field: beyond_or_same
{{key}} {{sign}}= {{value}} AND ({{key}} {{sign}} {{value}} OR {{rest}})
