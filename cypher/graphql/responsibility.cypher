// purpose: A printed responsibility: {{this}} is a RESPONSIBLE_FOR relationship.

// field: department
COLLECT { MATCH ({{child}}:Department)-[{{this}}]->() RETURN {{select}} }[0]

// field: name
{{this}}.name

// field: role
{{this}}.role

// field: generic
COLLECT { MATCH ({{_body}}:Department)-[{{this}}]->() RETURN {{_body}}.kind = 'generic' }[0]

// field: measure
COLLECT { MATCH ()-[{{this}}]->({{child}}:Measure) RETURN {{select}} }[0]

// field: evidence
{{select:{{this}}}}

// field: duty
COLLECT {
  MATCH ({{_document}}:Document)-[:HAS_PROVISION]->({{_measure}}:Measure)<-[{{this}}]-()
  WITH {
    quote: CASE
      WHEN {{_measure}}.start <= {{this}}.duty_start AND {{this}}.duty_end <= {{_measure}}.end
      THEN substring({{_measure}}.text, {{this}}.duty_start - {{_measure}}.start, {{this}}.duty_end - {{this}}.duty_start)
      ELSE substring({{_document}}.text, {{this}}.duty_start, {{this}}.duty_end - {{this}}.duty_start)
    END,
    start: {{this}}.duty_start, end: {{this}}.duty_end, page: {{this}}.page, printed_page: {{this}}.printed_page,
    rule: {{this}}.rule, origin: {{this}}.origin
  } AS {{child}}
  RETURN {{select}}
}[0]
