// purpose: A document of a trace: {{this}} is a map of document and depth.

// field: document
COLLECT { WITH {{this}}.document AS {{child}} RETURN {{select}} }[0]

// field: depth
{{this}}.depth
