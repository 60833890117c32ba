// purpose: Which two bodies answer for the same measures most often.
// group: Bodies
// cost: linear — in the pairs of bodies of a measure; anchored with $department
// parameter: department STRING? — id of a body: only pairs with it
// parameter: limit INTEGER? — at most so many (left out: 20)
// column: measures INTEGER — measures that both answer for
// column: documents INTEGER — documents that these stand in
// column: one_id STRING — first body
// column: one STRING — its full name
// column: other_id STRING — second body
// column: other STRING — its full name
// example: mailuo query who_works_together -p limit=5
CALL () {
  WITH $department AS asked WHERE asked IS NOT NULL
  MATCH (:Department {id: asked})-[:RESPONSIBLE_FOR]->(measure:Measure)
  RETURN DISTINCT measure
  UNION ALL
  WITH $department AS asked WHERE asked IS NULL
  MATCH (measure:Measure)
  RETURN measure
}
WITH measure, COLLECT {
  MATCH (body:Department)-[:RESPONSIBLE_FOR]->(measure)
  WHERE body.kind <> 'generic'
  WITH DISTINCT body ORDER BY body.id
  RETURN body
} AS bodies
WHERE size(bodies) > 1
MATCH (document:Document)-[:HAS_PROVISION]->(measure)
UNWIND range(0, size(bodies) - 2) AS place
WITH document, measure, bodies[place] AS one, bodies[place + 1..] AS others
UNWIND others AS other
WITH one, other, document, measure
WHERE $department IS NULL OR $department IN [one.id, other.id]
WITH one, other, count(DISTINCT measure) AS measures, count(DISTINCT document) AS documents
RETURN measures, documents, one.id AS one_id, one.name AS one, other.id AS other_id, other.name AS other
ORDER BY measures DESC, documents DESC, one_id, other_id
LIMIT coalesce($limit, 20)
