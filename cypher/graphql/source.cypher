// purpose: The file that a document was read from.

// field: file
{{this}}.file

// field: sha256
{{this}}.sha256

// field: url
{{this}}.url

// field: loadedAt
toString({{this}}.loaded_at)
