// purpose: Every body that stands, and whether a document names it.
// column: id STRING — the body's id
// column: properties MAP — all of the node's
// column: named BOOLEAN — whether a document is issued by it, makes it responsible or names it
// example: mailuo load PATH
MATCH (body:Department)
RETURN body.id AS id, properties(body) AS properties,
  EXISTS { (body)<-[:ISSUED_BY|NAMES]-() } OR EXISTS { (body)-[:RESPONSIBLE_FOR]->() } AS named
ORDER BY id
