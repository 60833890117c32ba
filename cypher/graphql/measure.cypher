// purpose: What a Measure answers in GraphQL beyond what every Provision does; `where` are the conditions of MeasureFilter on {{child}} of {{_document}}.

// field: responsibilities
COLLECT {
  MATCH ({{this}})<-[{{child}}:RESPONSIBLE_FOR]-({{_body}}:Department)
  WITH {{child}}, {{_body}} ORDER BY {{child}}.start, {{_body}}.id LIMIT 200
  RETURN {{select}}
}

// field: modality
{{this}}.modality

// field: organisational
coalesce({{this}}.organisational, false)

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

// field: where
  AND ({{child}}.heading CONTAINS {{$where.text}} OR {{child}}.text CONTAINS {{$where.text}}) // if where.text
  AND {{_document}}.id = {{$where.document}} // if where.document
  AND EXISTS { // if where.department
    MATCH ({{child}})<-[{{_duty}}:RESPONSIBLE_FOR]-(:Department {id: {{$where.department}}}) // if where.department
    WHERE {{$where.role}} IS NULL OR {{_duty}}.role = {{$where.role}} // if where.department
  } // if where.department
  AND EXISTS { MATCH ({{child}})<-[:RESPONSIBLE_FOR {role: {{$where.role}}}]-() } // if where.role
  AND EXISTS { MATCH ({{child}})-[:NAMES]->(:Region {id: {{$where.region}}}) } // if where.region
  AND {{child}}.modality = {{$where.modality}} // if where.modality
  AND EXISTS { // if where.due
    MATCH ({{child}})-[:DUE]->({{_limit}}:Deadline) // if where.due
    WHERE {{_limit}}.ends_on IS NOT NULL // if where.due
      AND {{_limit}}.ends_on >= {{$where.due.from}} // if where.due.from
      AND {{_limit}}.ends_on <= {{$where.due.to}} // if where.due.to
  } // if where.due
  AND {{_document}}.level = {{$where.level}} // if where.level
