// purpose: What a look-up found: {{this}} is a map of status, document, candidates and normalized.

// field: status
{{this}}.status

// field: document
COLLECT {
  WITH {{this}}.document AS {{child}}
  WHERE {{child}} IS NOT NULL
  RETURN {{select}}
}[0]

// field: candidates
COLLECT {
  UNWIND {{this}}.candidates AS {{child}}
  WITH {{child}} LIMIT 20
  RETURN {{select}}
}

// field: normalized
{{this}}.normalized
