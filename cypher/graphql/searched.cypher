// purpose: What was searched: {{this}} is a map of documents (a count), later (a count), from and to.

// field: documents
{{this}}.documents

// field: from
{{this}}.from

// field: to
{{this}}.to

// field: later
{{this}}.later
