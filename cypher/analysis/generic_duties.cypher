// purpose: What falls to bodies without a name of their own (各地区、各部门): how many measures, and where they are.
// group: Bodies
// cost: linear — in the responsibilities of generic bodies
// parameter: limit INTEGER? — at most so many (left out: 50)
// column: measures INTEGER — measures that they answer for
// column: documents INTEGER — documents that these stand in
// column: id STRING — generic body
// column: name STRING — as it is called
// column: covers STRING — region whose bodies it means
// column: roles LIST<STRING> — roles that it is printed in
// example: mailuo query generic_duties
MATCH (body:Department {kind: 'generic'})-[duty:RESPONSIBLE_FOR]->(measure:Measure)<-[:HAS_PROVISION]-(document:Document)
WITH body, duty, measure, document ORDER BY duty.role
WITH body, count(DISTINCT measure) AS measures, count(DISTINCT document) AS documents, collect(DISTINCT duty.role) AS roles
RETURN measures, documents, body.id AS id, body.name AS name,
  COLLECT { MATCH (body)-[:COVERS]->(region) RETURN region.name ORDER BY region.id LIMIT 1 }[0] AS covers, roles
ORDER BY measures DESC, id
LIMIT coalesce($limit, 50)
