// purpose: Whole chains of carrying out and forwarding, from a document that carries out none to one that none carries out: from centre to province to city.
// group: Chains
// cost: linear — in the number of chains; anchored with $document
// parameter: document STRING? — id of a document: only chains that go through it
// parameter: steps INTEGER? — relations at least (left out: 2)
// parameter: limit INTEGER? — at most so many, the longest first (left out: 100)
// column: steps INTEGER — relations of the chain, at most 6
// column: ids LIST<STRING> — its documents, the uppermost first
// column: titles LIST<STRING> — their titles
// column: levels LIST<STRING> — their levels
// column: relations LIST<STRING> — implements or forwards: how each document takes up the one before it
// column: days INTEGER — from the date of the first to that of the last, null where one is not known
// example: mailuo query chains
CALL () {
  WITH $document AS asked WHERE asked IS NOT NULL
  MATCH (through:Document {id: asked})-[:IMPLEMENTS|FORWARDS*0..6]->(top:Document)
  WHERE NOT EXISTS { (top)-[:IMPLEMENTS|FORWARDS]->() }
  RETURN DISTINCT top
  UNION ALL
  WITH $document AS asked WHERE asked IS NULL
  MATCH (top:Document)
  WHERE NOT EXISTS { (top)-[:IMPLEMENTS|FORWARDS]->() } AND EXISTS { (top)<-[:IMPLEMENTS|FORWARDS]-() }
  RETURN top
}
MATCH way = (top)<-[:IMPLEMENTS|FORWARDS*1..6]-(low:Document)
WHERE NOT EXISTS { (low)<-[:IMPLEMENTS|FORWARDS]-() } AND length(way) >= coalesce($steps, 2)
  AND ($document IS NULL OR any(one IN nodes(way) WHERE one.id = $document))
WITH length(way) AS steps, top, low, nodes(way) AS documents, [one IN relationships(way) | toLower(type(one))] AS relations
WITH *, [one IN documents | one.id] AS ids
ORDER BY steps DESC, ids
LIMIT coalesce($limit, 100)
RETURN steps, ids, [one IN documents | one.title] AS titles, [one IN documents | one.level] AS levels, relations,
  duration.inDays(top.issued_on, low.issued_on).days AS days
