// purpose: The least certain alignments that no person has looked at, lowest scores first, each with both measures whole: to be read and judged.
// group: Alignments
// cost: linear — in $limit; the index gives the scores in order
// parameter: basis STRING? — only this one: cited, forwarded or content
// parameter: limit INTEGER? — at most so many (left out: 50)
// column: score FLOAT — 0 to 1
// column: basis STRING — cited, forwarded or content; only the first two say that one carries the other out
// column: lag_days INTEGER — date of the lower document less that of the upper; negative: in parallel, the lower came first
// column: shared_terms LIST<STRING> — terms that both have
// column: lower_id STRING — measure of the lower level
// column: lower_title STRING — title of its document
// column: lower_path STRING — its number
// column: lower_text STRING — its own text
// column: upper_id STRING — measure of the higher level
// column: upper_title STRING — title of its document
// column: upper_path STRING — its number
// column: upper_text STRING — its own text
// example: mailuo query alignments_to_check -p limit=20
MATCH (lower:Measure)-[r:ALIGNED_WITH]->(upper:Measure)
WHERE r.score >= 0.0 AND coalesce(r.origin, 'automatic') = 'automatic' AND ($basis IS NULL OR r.basis = $basis)
WITH lower, r, upper
ORDER BY r.score, lower.id, upper.id
LIMIT coalesce($limit, 50)
MATCH (below:Document)-[:HAS_PROVISION]->(lower)
MATCH (above:Document)-[:HAS_PROVISION]->(upper)
RETURN r.score AS score, r.basis AS basis, r.lag_days AS lag_days, coalesce(r.shared_terms, []) AS shared_terms,
  lower.id AS lower_id, below.title AS lower_title, lower.path AS lower_path, lower.text AS lower_text,
  upper.id AS upper_id, above.title AS upper_title, upper.path AS upper_path, upper.text AS upper_text
ORDER BY score, lower_id, upper_id
