// purpose: A marked span: {{this}} is a map of kind, node (an id) and evidence.

// field: evidence
{{select:{{this}}.evidence}}

// field: kind
{{this}}.kind

// field: node
{{this}}.node
