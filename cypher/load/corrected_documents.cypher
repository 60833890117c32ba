// purpose: The held documents that a correction bears on: those read with an id, or those that a body stands in.
// parameter: read_as STRING — the id that a document was read with, else empty
// parameter: bodies LIST<STRING> — ids of bodies
// column: id STRING — document
// example: mailuo correct TARGET FIELD VALUE
CALL () {
  MATCH (document:Document)-[:FROM {read_as: $p.read_as}]->(:Source)
  RETURN document
  UNION
  UNWIND $p.bodies AS body
  MATCH (:Department {id: body})<-[:ISSUED_BY]-(document:Document {held: true})
  RETURN document
  UNION
  UNWIND $p.bodies AS body
  MATCH (:Department {id: body})-[:RESPONSIBLE_FOR|NAMES]-(:Provision)<-[:HAS_PROVISION]-(document:Document)
  RETURN document
}
RETURN document.id AS id ORDER BY id
