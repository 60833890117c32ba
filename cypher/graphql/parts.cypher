// purpose: What joins the fragments of the GraphQL fields: the statement, the choice of a type, the page of a list.

// field: statement
RETURN {{value}} AS value

// field: choice
CASE {{branches}} END

// field: branch
WHEN {{condition}} THEN {{value}}

// field: total
COUNT { {{rows}} }

// field: page
COLLECT {
{{rows}}
WITH * WHERE {{behind}} // if after
WITH * ORDER BY {{key}} {{direction}}, {{tie}}
LIMIT {{limit}}
RETURN {{row}}
}

// field: behind_ASC
({{key}} > {{value}} OR ({{key}} = {{value}} AND {{tie}} > {{last}}))

// field: behind_DESC
({{key}} < {{value}} OR ({{key}} = {{value}} AND {{tie}} > {{last}}))
