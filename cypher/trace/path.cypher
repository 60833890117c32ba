// purpose: A shortest way between two documents over the relations between documents, whichever way they point.
// group: Chains
// cost: anchored — by index from $from and $to; grows with the documents that a search from both ends meets
// parameter: from STRING — id of the document at one end
// parameter: to STRING — id of the document at the other end
// parameter: length INTEGER? — steps at most, up to 12 (left out: 6)
// column: step INTEGER — place of the relation on the way, from 1
// column: from_id STRING — the newer document, which carries out or cites
// column: from_number STRING — its 发文字号
// column: from_title STRING — its title
// column: relation STRING — implements, based_on, forwards, extends, amends, repeals, refers
// column: to_id STRING — the older document
// column: to_number STRING — its 发文字号
// column: to_title STRING — its title
// column: preamble BOOLEAN — one of the citations stands in the preamble
// column: cue STRING — the words that decide the relation, of the citation shown
// column: quote STRING — the citation as printed
// column: path STRING — the provision that it stands in
// column: page INTEGER — page of the file
// column: printed_page INTEGER — number printed on that page, where it is known
// column: citation_ids LIST<STRING> — the citations, the one shown first, at most 20
// example: mailuo query path -p from=苏政发〔2022〕71号 -p to=国发〔2022〕5号
MATCH (one:Document {id: $from})
WITH one LIMIT 1
MATCH (other:Document {id: $to})
WHERE one <> other
MATCH way = shortestPath(
  (one)-[:IMPLEMENTS|BASED_ON|FORWARDS|EXTENDS|AMENDS|REPEALS|REFERS_TO*..12]-(other)
)
// Not a condition of the MATCH: where it fails there, Neo4j walks every way between the two (its fallback).
WITH way, length(way) AS steps LIMIT 1
WHERE steps <= coalesce($length, 6)
UNWIND range(1, length(way)) AS step
WITH step, relationships(way)[step - 1] AS r
WITH step, r, startNode(r) AS from, endNode(r) AS to,
  CASE type(r) WHEN 'REFERS_TO' THEN 'refers' ELSE toLower(type(r)) END AS relation
WITH *, COLLECT {
  MATCH (from)-[:HAS_PROVISION]->(place:Provision)-[:MAKES]->(made:Citation {relation: relation})-[:TARGETS]->(to)
  RETURN {citation: made, path: place.path}
  ORDER BY place.path = 'preamble' DESC, made.start, made.id
  LIMIT 20
} AS made
WITH *, made[0].citation AS shown
RETURN step, from.id AS from_id, from.doc_number AS from_number, from.title AS from_title, relation,
  to.id AS to_id, to.doc_number AS to_number, to.title AS to_title, r.preamble AS preamble,
  shown.cue AS cue, shown.quote AS quote, made[0].path AS path, shown.page AS page,
  shown.printed_page AS printed_page, [one IN made | one.citation.id] AS citation_ids
ORDER BY step
