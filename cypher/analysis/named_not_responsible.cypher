// purpose: Bodies that a provision names in its running text but does not print as responsible for it.
// group: Bodies
// cost: linear — in the number of bodies named; anchored with $department
// parameter: department STRING? — id of a body: only this one
// parameter: limit INTEGER? — at most so many (left out: 100)
// column: name STRING — full name of the body
// column: document_id STRING — document
// column: doc_number STRING — 发文字号
// column: path STRING — number of the provision
// column: heading STRING — heading of the provision
// column: cue STRING — words beside the name, where a rule read any
// column: quote STRING — the name as printed
// column: page INTEGER — page of the file
// column: printed_page INTEGER — number printed on that page, where it is known
// example: mailuo query named_not_responsible -p limit=10
CALL () {
  WITH $department AS asked WHERE asked IS NOT NULL
  MATCH (body:Department {id: asked})
  RETURN body
  UNION ALL
  WITH $department AS asked WHERE asked IS NULL
  MATCH (body:Department)
  RETURN body
}
MATCH (document:Document)-[:HAS_PROVISION]->(provision:Provision)-[named:NAMES]->(body)
WHERE NOT EXISTS { (body)-[:RESPONSIBLE_FOR]->(provision) }
RETURN body.name AS name, document.id AS document_id, document.doc_number AS doc_number, provision.path AS path,
  provision.heading AS heading, named.cue AS cue, named.quote AS quote, named.page AS page,
  named.printed_page AS printed_page
ORDER BY document_id, provision.position, named.start, name
LIMIT coalesce($limit, 100)
