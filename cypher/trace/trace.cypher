// purpose: Follow the relations between documents from one of them: up to what it carries out or cites, down to what carries it out or cites it. A row is a relation between two documents that were reached.
// group: Chains
// cost: anchored — by index from $document; grows with the documents that are reached, at most $limit
// parameter: document STRING — id of the document to start from
// parameter: direction STRING? — up, down or both (left out: both)
// parameter: depth INTEGER? — steps at most, up to 20 (left out: 4)
// parameter: relations LIST<STRING>? — only these: implements, based_on, forwards, extends, amends, repeals, refers (left out: all)
// parameter: limit INTEGER? — documents at most in each direction, nearest first, up to 1000 (left out: 200)
// column: depth INTEGER — steps from the start to the farther end of the relation, negative above
// column: from_id STRING — the newer document, which carries out or cites
// column: from_number STRING — its 发文字号
// column: from_title STRING — its title
// column: from_depth INTEGER — its steps from the start
// column: relation STRING — implements, based_on, forwards, extends, amends, repeals, refers
// column: to_id STRING — the older document, which is carried out or cited
// column: to_number STRING — its 发文字号
// column: to_title STRING — its title
// column: to_depth INTEGER — its steps from the start
// column: to_held BOOLEAN — its text is held; else it is known only because others cite it
// column: preamble BOOLEAN — one of the citations stands in the preamble
// column: citations INTEGER — how many citations say so
// column: cue STRING — the words that decide the relation, of the citation shown
// column: quote STRING — the citation as printed
// column: sentence STRING — the sentence that it stands in
// column: path STRING — the provision that it stands in
// column: page INTEGER — page of the file
// column: printed_page INTEGER — number printed on that page, where it is known
// column: start INTEGER — first code point of the quote in the newer document's text
// column: end INTEGER — code point behind it
// column: citation_ids LIST<STRING> — the citations, the one shown first, at most 20
// column: truncated BOOLEAN — the limit left documents out
// example: mailuo query trace -p document=苏政发〔2022〕71号 -p direction=up
MATCH (root:Document {id: $document})
WITH root, coalesce($relations, ['implements', 'based_on', 'forwards', 'extends', 'amends', 'repeals', 'refers']) AS words,
  CASE WHEN coalesce($depth, 4) > 20 THEN 20 ELSE coalesce($depth, 4) END AS depth,
  CASE WHEN coalesce($limit, 200) > 1000 THEN 1000 ELSE coalesce($limit, 200) END AS most
WITH root, depth, most,
  [word IN words | CASE toLower(word) WHEN 'refers' THEN 'REFERS_TO' ELSE toUpper(word) END] AS types
UNWIND CASE coalesce($direction, 'both') WHEN 'up' THEN [-1] WHEN 'down' THEN [1] ELSE [-1, 1] END AS sign
// A breadth-first walk: a step takes what the last one reached and was not seen, so that a document is visited once.
WITH root, types, sign, reduce(walk = {seen: [root], last: [root], depths: [], cut: false}, step IN range(1, depth) |
  COLLECT {
    WITH walk, COLLECT {
      UNWIND walk.last AS here
      MATCH (here)-[r:IMPLEMENTS|BASED_ON|FORWARDS|EXTENDS|AMENDS|REPEALS|REFERS_TO]-(next:Document)
      WHERE type(r) IN types AND NOT next IN walk.seen
        AND CASE sign WHEN -1 THEN startNode(r) = here ELSE endNode(r) = here END
      WITH DISTINCT next
      ORDER BY next.held DESC, next.id
      LIMIT 1001
      RETURN next
    } AS found
    WITH walk, found, found[..most + 1 - size(walk.seen)] AS taken
    RETURN {
      seen: walk.seen + taken, last: taken, depths: walk.depths + [node IN taken | {node: node, depth: sign * step}],
      cut: walk.cut OR size(taken) < size(found)
    }
  }[0]
) AS walk
WITH root, types, collect(walk) AS walks
WITH types, reduce(all = [{node: root, depth: 0}], walk IN walks | all + walk.depths) AS reached,
  any(walk IN walks WHERE walk.cut) AS truncated
UNWIND reached AS one
WITH types, truncated, one.node AS node, min(one.depth) AS depth
WITH types, truncated, collect({node: node, depth: depth}) AS reached, collect(node) AS nodes
UNWIND reached AS one
WITH types, truncated, reached, nodes, one.node AS from, one.depth AS from_depth
MATCH (from)-[r:IMPLEMENTS|BASED_ON|FORWARDS|EXTENDS|AMENDS|REPEALS|REFERS_TO]->(to:Document)
WHERE type(r) IN types AND to IN nodes
WITH truncated, r, from, from_depth, to, [one IN reached WHERE one.node = to | one.depth][0] AS to_depth,
  CASE type(r) WHEN 'REFERS_TO' THEN 'refers' ELSE toLower(type(r)) END AS relation
WITH *, COLLECT {
  MATCH (from)-[:HAS_PROVISION]->(place:Provision)-[:MAKES]->(made:Citation {relation: relation})-[:TARGETS]->(to)
  RETURN {
    citation: made, path: place.path,
    sentence: last(split(substring(place.text, 0, made.start - place.start), '。'))
      + head(split(substring(place.text, made.start - place.start), '。'))
  }
  ORDER BY place.path = 'preamble' DESC, made.start, made.id
  LIMIT 20
} AS made
WITH *, made[0].citation AS shown,
  CASE WHEN abs(from_depth) > abs(to_depth) THEN from_depth ELSE to_depth END AS depth
RETURN depth, from.id AS from_id, from.doc_number AS from_number, from.title AS from_title, from_depth, relation,
  to.id AS to_id, to.doc_number AS to_number, to.title AS to_title, to_depth, coalesce(to.held, false) AS to_held,
  r.preamble AS preamble, r.citations AS citations, shown.cue AS cue, shown.quote AS quote, made[0].sentence AS sentence, made[0].path AS path,
  shown.page AS page, shown.printed_page AS printed_page, shown.start AS start, shown.end AS end,
  [one IN made | one.citation.id] AS citation_ids, truncated
ORDER BY abs(depth), depth, preamble DESC, from_id, to_id, relation
