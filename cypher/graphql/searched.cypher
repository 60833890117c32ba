// purpose: What was searched: {{this}} is a map of documents (a count), from and to.

// field: documents
{{this}}.documents

// field: from
{{this}}.from

// field: to
{{this}}.to
