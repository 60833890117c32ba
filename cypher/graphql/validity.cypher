// purpose: Whether a text is in force: {{this}} is a map of answer, reason, evidence and document.

// field: answer
{{this}}.answer

// field: reason
{{this}}.reason

// field: evidence
CASE WHEN {{this}}.evidence IS NOT NULL THEN {{select:{{this}}.evidence}} END

// field: document
COLLECT {
  WITH {{this}}.document AS {{child}}
  WHERE {{child}} IS NOT NULL
  RETURN {{select}}
}[0]
