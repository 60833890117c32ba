// purpose: A document of a trace: {{this}} is a map of document (an id) and depth.

// field: document
COLLECT { MATCH ({{child}}:Document {id: {{this}}.document}) RETURN {{select}} }[0]

// field: depth
{{this}}.depth
