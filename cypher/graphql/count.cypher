// purpose: How many there are of one value: {{this}} is a map of key and count.

// field: key
{{this}}.key

// field: count
{{this}}.count
