// purpose: Write documents that are cited and not held, with the issuers and jurisdictions that their numbers and titles say.
// parameter: stubs LIST<MAP> — id, properties (all of the node's), issuers and regions (ids, in order)
// example: mailuo load PATH
UNWIND $p.stubs AS row
MERGE (document:Document {id: row.id})
SET document = row.properties
WITH document, row
CALL (document) {
  MATCH (document)-[edge:ISSUED_BY|APPLIES_TO]->()
  DELETE edge
}
CALL (document, row) {
  UNWIND range(0, size(row.issuers) - 1) AS position
  MATCH (department:Department {id: row.issuers[position]})
  CREATE (document)-[:ISSUED_BY {position: position}]->(department)
}
CALL (document, row) {
  UNWIND row.regions AS id
  MATCH (region:Region {id: id})
  CREATE (document)-[:APPLIES_TO]->(region)
}
