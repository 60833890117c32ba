// purpose: A document that is cited but not held: {{this}} is the document.

// field: document
COLLECT { MATCH ({{child}}:Document {id: {{this}}.id}) RETURN {{select}} }[0]

// field: citations
COUNT { MATCH ({{this}})<-[:TARGETS]-(:Citation) }

// field: citedBy
COLLECT {
  MATCH ({{this}})<-[:TARGETS]-(:Citation)<-[:MAKES]-(:Provision)<-[:HAS_PROVISION]-({{child}}:Document)
  WITH DISTINCT {{child}} ORDER BY coalesce(toString({{child}}.issued_on), ''), {{child}}.id LIMIT 10
  RETURN {{select}}
}
