// purpose: In whose jurisdiction a document's relative names of bodies (省财政厅) are read.
// parameter: id STRING — document
// column: level STRING — its level
// column: province STRING — the code of the province that it applies to, null for a central one
// example: mailuo correct TARGET department VALUE
MATCH (document:Document {id: $p.id})
RETURN document.level AS level, head(COLLECT {
  MATCH (document)-[:APPLIES_TO]->(region:Region) WHERE region.code <> '100000'
  RETURN left(region.code, 2) + '0000' ORDER BY region.code
}) AS province
