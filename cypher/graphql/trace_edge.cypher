// purpose: How one document stands to another: {{this}} is a map of from_id, to_id, relation, preamble and citation_ids.

// field: from
COLLECT { MATCH ({{child}}:Document {id: {{this}}.from_id}) RETURN {{select}} }[0]

// field: to
COLLECT { MATCH ({{child}}:Document {id: {{this}}.to_id}) RETURN {{select}} }[0]

// field: relation
{{this}}.relation

// field: preamble
coalesce({{this}}.preamble, false)

// field: citations
COLLECT {
  UNWIND range(0, size({{this}}.citation_ids) - 1) AS {{_place}}
  MATCH ({{child}}:Citation {id: {{this}}.citation_ids[{{_place}}]})
  WITH {{child}} ORDER BY {{_place}}
  RETURN {{select}}
}
