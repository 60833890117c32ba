// purpose: Write who issued a document and which regions it applies to.
// parameter: id STRING — the document's id
// parameter: issuers LIST<MAP> — department (an id), position
// parameter: regions LIST<STRING> — ids
// example: mailuo load PATH
MATCH (document:Document {id: $p.id})
CALL (document) {
  UNWIND $p.issuers AS row
  MATCH (department:Department {id: row.department})
  CREATE (document)-[:ISSUED_BY {position: row.position}]->(department)
}
CALL (document) {
  UNWIND $p.regions AS id
  MATCH (region:Region {id: id})
  CREATE (document)-[:APPLIES_TO]->(region)
}
