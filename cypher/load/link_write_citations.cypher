// purpose: Give citations their status, and their target or candidates.
// parameter: links LIST<MAP> — id, status, targets and candidates (ids)
// example: mailuo load PATH
UNWIND $p.links AS row
MATCH (citation:Citation {id: row.id})
SET citation.status = row.status
WITH citation, row
CALL (citation) {
  MATCH (citation)-[old:TARGETS|CANDIDATE]->()
  DELETE old
}
CALL (citation, row) {
  UNWIND row.targets AS id
  MATCH (document:Document {id: id})
  CREATE (citation)-[:TARGETS]->(document)
}
CALL (citation, row) {
  UNWIND row.candidates AS id
  MATCH (document:Document {id: id})
  CREATE (citation)-[:CANDIDATE]->(document)
}
