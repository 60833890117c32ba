// purpose: The values of a field over a list: {{this}} is a map of field and counts.

// field: field
{{this}}.field

// field: counts
[{{child}} IN {{this}}.counts | {{select}}]
