// purpose: Measures of a lower and a higher level that order the same action on the same object, best first, with the sentences that say so. Only basis cited and forwarded say that the one carries the other out; content does not, and with a negative lag the lower one came first.
// group: Alignments
// cost: linear — in the number of alignments; anchored with $upper, $lower
// parameter: upper STRING? — id of a document or measure of the higher level
// parameter: lower STRING? — id of a document or measure of the lower level
// parameter: basis STRING? — only this one: cited, forwarded or content
// parameter: min_score FLOAT? — only scores from this one up
// parameter: max_score FLOAT? — only scores up to this one
// parameter: limit INTEGER? — at most so many (left out: all)
// column: score FLOAT — 0 to 1
// column: basis STRING — cited, forwarded or content
// column: lag_days INTEGER — date of the lower document less that of the upper; negative: in parallel, the lower came first
// column: lower_id STRING — measure of the lower level
// column: lower_document STRING — id of its document
// column: lower_title STRING — title of its document
// column: lower_level STRING — level of its document
// column: lower_path STRING — its number
// column: lower_sentence STRING — the sentence that fits best
// column: upper_id STRING — measure of the higher level
// column: upper_document STRING — id of its document
// column: upper_title STRING — title of its document
// column: upper_level STRING — level of its document
// column: upper_path STRING — its number
// column: upper_sentence STRING — the sentence that fits best
// column: shared_terms LIST<STRING> — terms that both have
// column: origin STRING — automatic or manual
// example: mailuo query alignments -p upper=国发〔2022〕5号 -p min_score=0.5
CALL () {
  WITH $upper AS asked WHERE asked IS NOT NULL
  MATCH (upper:Provision {id: asked})<-[r:ALIGNED_WITH]-(lower:Measure)
  RETURN lower, r, upper
  UNION ALL
  WITH $upper AS asked WHERE asked IS NOT NULL
  MATCH (:Document {id: asked})-[:HAS_PROVISION]->(upper:Measure)<-[r:ALIGNED_WITH]-(lower:Measure)
  RETURN lower, r, upper
  UNION ALL
  WITH $lower AS asked WHERE asked IS NOT NULL AND $upper IS NULL
  MATCH (lower:Provision {id: asked})-[r:ALIGNED_WITH]->(upper:Measure)
  RETURN lower, r, upper
  UNION ALL
  WITH $lower AS asked WHERE asked IS NOT NULL AND $upper IS NULL
  MATCH (:Document {id: asked})-[:HAS_PROVISION]->(lower:Measure)-[r:ALIGNED_WITH]->(upper:Measure)
  RETURN lower, r, upper
  UNION ALL
  WITH $lower AS asked WHERE asked IS NULL AND $upper IS NULL
  MATCH (lower:Measure)-[r:ALIGNED_WITH]->(upper:Measure)
  RETURN lower, r, upper
}
WITH lower, r, upper
WHERE ($basis IS NULL OR r.basis = $basis)
  AND ($min_score IS NULL OR r.score >= $min_score) AND ($max_score IS NULL OR r.score <= $max_score)
MATCH (below:Document)-[:HAS_PROVISION]->(lower)
MATCH (above:Document)-[:HAS_PROVISION]->(upper)
WITH *
WHERE $lower IS NULL OR $lower IN [lower.id, below.id]
RETURN r.score AS score, r.basis AS basis, r.lag_days AS lag_days,
  lower.id AS lower_id, below.id AS lower_document, below.title AS lower_title, below.level AS lower_level,
  lower.path AS lower_path,
  substring(lower.text, r.lower_start - lower.start, r.lower_end - r.lower_start) AS lower_sentence,
  upper.id AS upper_id, above.id AS upper_document, above.title AS upper_title, above.level AS upper_level,
  upper.path AS upper_path,
  substring(upper.text, r.upper_start - upper.start, r.upper_end - r.upper_start) AS upper_sentence,
  coalesce(r.shared_terms, []) AS shared_terms, coalesce(r.origin, 'automatic') AS origin
ORDER BY score DESC, lower_id, upper_id
LIMIT coalesce($limit, 9223372036854775807)
