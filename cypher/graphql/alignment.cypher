// purpose: Two aligned measures: {{this}} is an ALIGNED_WITH relationship, from the lower measure to the upper one.

// field: id
COLLECT { MATCH ({{_lower}}:Measure)-[{{this}}]->({{_upper}}:Measure) RETURN {{_lower}}.id + '~' + {{_upper}}.id }[0]

// field: upper
COLLECT { MATCH ()-[{{this}}]->({{child}}:Measure) RETURN {{select}} }[0]

// field: lower
COLLECT { MATCH ({{child}}:Measure)-[{{this}}]->() RETURN {{select}} }[0]

// field: basis
{{this}}.basis

// field: score
{{this}}.score

// field: lagDays
{{this}}.lag_days

// field: sharedTerms
coalesce({{this}}.shared_terms, [])

// field: upperEvidence
COLLECT {
  MATCH ()-[{{this}}]->({{_measure}}:Measure)
  WITH {
    quote: substring({{_measure}}.text, {{this}}.upper_start - {{_measure}}.start, {{this}}.upper_end - {{this}}.upper_start),
    start: {{this}}.upper_start, end: {{this}}.upper_end, page: {{this}}.upper_page,
    printed_page: {{this}}.upper_printed_page, origin: {{this}}.origin
  } AS {{child}}
  RETURN {{select}}
}[0]

// field: lowerEvidence
COLLECT {
  MATCH ({{_measure}}:Measure)-[{{this}}]->()
  WITH {
    quote: substring({{_measure}}.text, {{this}}.lower_start - {{_measure}}.start, {{this}}.lower_end - {{this}}.lower_start),
    start: {{this}}.lower_start, end: {{this}}.lower_end, page: {{this}}.lower_page,
    printed_page: {{this}}.lower_printed_page, origin: {{this}}.origin
  } AS {{child}}
  RETURN {{select}}
}[0]

// field: origin
coalesce({{this}}.origin, 'automatic')
