// purpose: Take out relationships between documents that no citation says any more.
// parameter: edges LIST<MAP> — citing and cited (ids), type
// example: mailuo load PATH
UNWIND $p.edges AS row
MATCH (citing:Document {id: row.citing})-[edge:$(row.type)]->(cited:Document {id: row.cited})
DELETE edge
