// purpose: Write nodes that an export holds.
// parameter: rows LIST<MAP> — labels, properties
// example: mailuo import DIR
UNWIND $p.rows AS row
CREATE (node:$(row.labels))
SET node = row.properties
