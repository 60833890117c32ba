// purpose: Take out what hangs on a document: its provisions with their facts, its issuers and jurisdictions; the node itself stays.
// parameter: id STRING — the document's id
// example: mailuo load PATH
MATCH (document:Document {id: $p.id})
CALL (document) {
  MATCH (document)-[edge:ISSUED_BY|APPLIES_TO]->()
  DELETE edge
}
CALL (document) {
  MATCH (document)-[:HAS_PROVISION]->(provision:Provision)
  OPTIONAL MATCH (provision)-[:MAKES|DUE]->(fact:Citation|Deadline)
  DETACH DELETE fact, provision
}
