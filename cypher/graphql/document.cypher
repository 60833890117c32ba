// purpose: What a Document answers in GraphQL, a section a field.

// field: docNumber
{{this}}.doc_number

// field: title
{{this}}.title

// field: issuedTitle
{{this}}.issued_title

// field: aliases
coalesce({{this}}.aliases, [])

// field: kind
{{this}}.kind

// field: issuedKind
{{this}}.issued_kind

// field: level
{{this}}.level

// field: issuedOn
toString({{this}}.issued_on)

// field: year
{{this}}.year

// field: effectiveOn
toString({{this}}.effective_on)

// field: expiresOn
toString({{this}}.expires_on)

// field: validity
COLLECT {
  WITH {{this}} AS {{_text}}
  {{use:validity.of}}
}[0]

// field: held
{{this}}.held

// field: sample
coalesce({{this}}.sample, false)

// field: inferred
coalesce({{this}}.inferred, [])

// field: addressees
{{this}}.addressees

// field: text
{{this}}.text

// field: reference
COLLECT {
  WITH COLLECT {
    MATCH ({{this}})-[{{_place}}:ISSUED_BY]->({{_issuer}}:Department)
    RETURN {{_issuer}}.name ORDER BY {{_place}}.position, {{_issuer}}.id
  } AS {{_issuers}}
  WITH CASE
    WHEN size({{_issuers}}) > 3 THEN {{_issuers}}[0..3] + ['等']
    ELSE {{_issuers}}
  END AS {{_issuers}}
  RETURN CASE
      WHEN size({{_issuers}}) = 0 THEN ''
      ELSE reduce({{_line}} = head({{_issuers}}), {{_name}} IN tail({{_issuers}}) | {{_line}} + ', ' + {{_name}}) + '. '
    END
    + {{this}}.title
    + CASE WHEN {{this}}.doc_number <> {{this}}.title THEN ': ' + {{this}}.doc_number ELSE '' END
    + '[Z].'
    + coalesce(' ' + toString({{this}}.issued_on) + '.', ' ' + toString({{this}}.year) + '.', '')
}[0]

// field: source
COLLECT {
  MATCH ({{this}})-[:FROM]->({{child}}:Source)
  WITH {{child}} ORDER BY {{child}}.sha256, {{child}}.uri LIMIT 1
  RETURN {{select}}
}[0]

// field: attachments
[{{child}} IN coalesce({{this}}.attachments, []) | {{select}}]

// field: issuers
COLLECT {
  MATCH ({{this}})-[{{_place}}:ISSUED_BY]->({{child}}:Department)
  WITH {{child}}, {{_place}} ORDER BY {{_place}}.position, {{child}}.id LIMIT 100
  RETURN {{select}}
}

// field: region
COLLECT {
  MATCH ({{this}})-[:APPLIES_TO]->({{child}}:Region)
  WITH {{child}} ORDER BY {{child}}.id LIMIT 1
  RETURN {{select}}
}[0]

// field: annotations
COLLECT {
  MATCH ({{this}})-[:HAS_PROVISION]->({{_provision}}:Provision)
  CALL ({{_provision}}) {
    MATCH ({{_provision}})-[:MAKES]->({{_fact}}:Citation)
    RETURN {kind: 'citation', node: {{_fact}}.id, evidence: {{_fact}}} AS {{child}}
    UNION ALL
    MATCH ({{_provision}})-[:DUE]->({{_fact}}:Deadline)
    RETURN {kind: 'deadline', node: {{_fact}}.id, evidence: {{_fact}}} AS {{child}}
    UNION ALL
    MATCH ({{_provision}})<-[{{_fact}}:RESPONSIBLE_FOR]-({{_body}}:Department)
    RETURN {kind: 'responsibility', node: {{_body}}.id, evidence: {{_fact}}} AS {{child}}
    UNION ALL
    MATCH ({{_provision}})-[{{_fact}}:NAMES]->({{_body}}:Department)
    RETURN {kind: 'body', node: {{_body}}.id, evidence: {{_fact}}} AS {{child}}
    UNION ALL
    MATCH ({{_provision}})-[{{_fact}}:NAMES]->({{_region}}:Region)
    RETURN {kind: 'region', node: {{_region}}.id, evidence: {{_fact}}} AS {{child}}
  }
  WITH {{child}}
  ORDER BY {{child}}.evidence.start, {{child}}.evidence.end, {{child}}.kind, {{child}}.node
  LIMIT 5000
  RETURN {{select}}
}

// field: provisions
// order: {{child}}.position ASC
// tie: {{child}}.id
MATCH ({{this}})-[:HAS_PROVISION]->({{child}}:Provision)

// field: measures
// order: {{child}}.position ASC
// tie: {{child}}.id
MATCH ({{this}})-[:HAS_PROVISION]->({{child}}:Measure)
WITH {{child}}, {{this}} AS {{_document}}
WHERE true
  {{use:measure.where}}

// field: cites
// order: {{child}}.start ASC
// tie: {{child}}.id
MATCH ({{this}})-[:HAS_PROVISION]->(:Provision)-[:MAKES]->({{child}}:Citation)
WHERE {{child}}.relation IN {{$relations}} // if relations

// field: citedBy
// order: {{_citing}}.id ASC
// tie: {{child}}.id
MATCH ({{this}})<-[:TARGETS]-({{child}}:Citation)<-[:MAKES]-(:Provision)<-[:HAS_PROVISION]-({{_citing}}:Document)
WHERE true
  AND {{child}}.relation IN {{$relations}} // if relations
  AND {{_citing}}.level = {{$level}} // if level
  AND EXISTS { MATCH ({{_citing}})-[:APPLIES_TO]->(:Region {id: {{$region}}}) } // if region
