// purpose: Which bodies of two levels answer for aligned measures, and whether they are of the same field (对口): who does below what a ministry does above.
// group: Alignments
// cost: linear — in the number of alignments; anchored with $department
// parameter: department STRING? — id of a body of either level: only pairs with it
// parameter: basis STRING? — only this one: cited, forwarded or content
// parameter: limit INTEGER? — at most so many (left out: 50)
// column: alignments INTEGER — pairs of aligned measures that both answer for
// column: upper_body_id STRING — body that answers above
// column: upper_body STRING — its full name
// column: lower_body_id STRING — body that answers below
// column: lower_body STRING — its full name
// column: counterpart BOOLEAN — the lower one is the counterpart of the upper one
// column: bases LIST<STRING> — bases of these alignments; content alone does not say that the one carries out what the other orders
// example: mailuo query aligned_bodies -p limit=10
CALL () {
  WITH $department AS asked WHERE asked IS NOT NULL
  MATCH (:Department {id: asked})-[:RESPONSIBLE_FOR]->(:Measure)-[r:ALIGNED_WITH]-(:Measure)
  RETURN DISTINCT r
  UNION ALL
  WITH $department AS asked WHERE asked IS NULL
  MATCH (:Measure)-[r:ALIGNED_WITH]->(:Measure)
  RETURN r
}
WITH r, startNode(r) AS lower, endNode(r) AS upper, r.basis AS basis
WHERE $basis IS NULL OR basis = $basis
WITH r, basis, COLLECT { MATCH (lower)<-[:RESPONSIBLE_FOR]-(below:Department) RETURN DISTINCT below } AS belows,
  COLLECT { MATCH (upper)<-[:RESPONSIBLE_FOR]-(above:Department) RETURN DISTINCT above } AS aboves
UNWIND belows AS below
UNWIND aboves AS above
WITH basis, below, above
WHERE below <> above AND ($department IS NULL OR $department IN [below.id, above.id])
WITH above, below, count(*) AS alignments, collect(DISTINCT basis) AS bases
WITH *, above.id AS upper_body_id, below.id AS lower_body_id
ORDER BY alignments DESC, upper_body_id, lower_body_id
LIMIT coalesce($limit, 50)
RETURN alignments, upper_body_id, above.name AS upper_body, lower_body_id,
  below.name AS lower_body, EXISTS { (below)-[:COUNTERPART_OF]->(above) } AS counterpart,
  COLLECT { UNWIND bases AS basis RETURN basis ORDER BY basis } AS bases
ORDER BY alignments DESC, upper_body_id, lower_body_id
