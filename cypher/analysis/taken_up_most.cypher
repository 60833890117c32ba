// purpose: Which measures of a higher level most documents below have in common with it, told apart by what may be said of them: carried out (cited, forwarded), the same later, or the same earlier.
// group: Alignments
// cost: linear — in the number of alignments and forwardings
// parameter: level STRING? — only measures of documents of this level (left out: central and ministry)
// parameter: lower_level STRING? — only documents of this level below
// parameter: limit INTEGER? — at most so many (left out: 20)
// column: documents INTEGER — documents below that have it, in any of the ways that follow
// column: carrying_out INTEGER — those that cite its document (basis cited) or forward it, which adopts every measure
// column: same_later INTEGER — those that have it by content alone, issued on the same day or later; they do not say that they carry it out
// column: parallel INTEGER — those that have it by content alone and came first
// column: measure_id STRING — measure
// column: document_id STRING — its document
// column: title STRING — title of that document
// column: path STRING — number of the measure
// column: heading STRING — heading of the measure
// column: first_on DATE — date of the first document below that carries it out or has the same later
// example: mailuo query taken_up_most -p limit=5
CALL () {
  MATCH (upper:Measure)<-[r:ALIGNED_WITH]-(:Measure)<-[:HAS_PROVISION]-(lower:Document)
  RETURN upper, lower, CASE
    WHEN r.basis <> 'content' THEN 0
    WHEN r.lag_days < 0 THEN 2
    ELSE 1
  END AS way
  UNION
  MATCH (lower:Document)-[:FORWARDS]->(above:Document)-[:HAS_PROVISION]->(upper:Measure)
  WHERE lower.held AND lower.level <> above.level AND NOT coalesce(upper.organisational, false)
  RETURN upper, lower, 0 AS way
}
WITH upper, lower, way
WHERE $lower_level IS NULL OR lower.level = $lower_level
MATCH (document:Document)-[:HAS_PROVISION]->(upper)
WHERE document.level IN CASE WHEN $level IS NULL THEN ['central', 'ministry'] ELSE [$level] END
// A document that has a measure in several ways counts once, by what says most.
WITH document, upper, lower, min(way) AS way
WITH document, upper, count(lower) AS documents, count(CASE way WHEN 0 THEN 1 END) AS carrying_out,
  count(CASE way WHEN 1 THEN 1 END) AS same_later, count(CASE way WHEN 2 THEN 1 END) AS parallel,
  min(CASE WHEN way < 2 THEN lower.issued_on END) AS first_on
RETURN documents, carrying_out, same_later, parallel, upper.id AS measure_id, document.id AS document_id,
  document.title AS title, upper.path AS path, upper.heading AS heading, first_on
ORDER BY documents DESC, carrying_out DESC, same_later DESC, measure_id
LIMIT coalesce($limit, 20)
