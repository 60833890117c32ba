// purpose: How one document spread: the documents that carry it out or forward it, directly or through others, in the order of their dates, with the days since it was issued.
// group: Chains
// cost: anchored — by index from $document; grows with the documents below it, at most 1,000
// parameter: document STRING — id of the document
// parameter: level STRING? — only documents of this level: province, city …
// column: place INTEGER — 1 is the first
// column: days INTEGER — days since the document was issued, null where a date is not known
// column: issued_on DATE — 成文日期
// column: steps INTEGER — 1: it says so itself; more: through others
// column: relation STRING — implements or forwards; of the last step
// column: through_id STRING — the document that it carries out or forwards
// column: id STRING — the document that carries out or forwards
// column: doc_number STRING — 发文字号
// column: title STRING — title
// column: level STRING — level
// column: region STRING — jurisdiction of its issuers
// example: mailuo query diffusion -p document=国发〔2022〕5号
MATCH (document:Document {id: $document})
// A breadth-first walk, as in trace: a document is visited once, by the shortest way.
WITH document, reduce(walk = {seen: [document], last: [document], found: []}, step IN range(1, 4) |
  COLLECT {
    WITH walk, COLLECT {
      UNWIND walk.last AS here
      MATCH (here)<-[:IMPLEMENTS|FORWARDS]-(next:Document)
      WHERE NOT next IN walk.seen
      WITH DISTINCT next
      ORDER BY next.id
      LIMIT 1001
      RETURN {node: next, steps: step, way: COLLECT {
        MATCH (next)-[r:IMPLEMENTS|FORWARDS]->(over) WHERE over IN walk.last
        RETURN {relation: toLower(type(r)), through: over.id} ORDER BY type(r), over.id LIMIT 1
      }[0]}
    } AS all
    WITH walk, all[..1001 - size(walk.seen)] AS taken
    WITH walk, taken, [one IN taken | one.node] AS nodes
    RETURN {seen: walk.seen + nodes, last: nodes, found: walk.found + taken}
  }[0]
) AS walk
UNWIND walk.found AS one
WITH document, one, one.node AS lower
WHERE $level IS NULL OR lower.level = $level
WITH document, one, lower ORDER BY lower.issued_on, one.steps, lower.id
WITH document, collect({one: one, lower: lower}) AS rows
UNWIND range(1, size(rows)) AS place
WITH document, place, rows[place - 1].one AS one, rows[place - 1].lower AS lower
RETURN place, duration.inDays(document.issued_on, lower.issued_on).days AS days, lower.issued_on AS issued_on,
  one.steps AS steps, one.way.relation AS relation, one.way.through AS through_id, lower.id AS id,
  lower.doc_number AS doc_number, lower.title AS title, lower.level AS level,
  COLLECT { MATCH (lower)-[:APPLIES_TO]->(region) RETURN region.name ORDER BY region.id LIMIT 1 }[0] AS region
ORDER BY place
