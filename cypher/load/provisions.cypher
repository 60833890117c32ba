// purpose: Write the provisions of a document and their tree.
// parameter: id STRING — the document's id
// parameter: provisions LIST<MAP> — id, parent (an id or null), measure, properties
// example: mailuo load PATH
MATCH (document:Document {id: $p.id})
CALL (document) {
  UNWIND $p.provisions AS row
  CREATE (document)-[:HAS_PROVISION]->(provision:Provision {id: row.id})
  SET provision += row.properties
  FOREACH (_ IN CASE WHEN row.measure THEN [1] ELSE [] END | SET provision:Measure)
  FOREACH (_ IN CASE WHEN row.measure THEN [] ELSE [1] END | SET provision:Section)
}
CALL () {
  UNWIND $p.provisions AS row
  WITH row WHERE row.parent IS NOT NULL
  MATCH (parent:Provision {id: row.parent}), (child:Provision {id: row.id})
  CREATE (parent)-[:HAS_PART]->(child)
}
