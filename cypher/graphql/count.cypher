// purpose: How many there are of one value: {{this}} is a map of key, count and, where the key is an id, label.

// field: key
{{this}}.key

// field: count
{{this}}.count

// field: label
coalesce({{this}}.label, {{this}}.key)
