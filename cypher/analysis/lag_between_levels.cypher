// purpose: How many days lie between a document and the one that it carries out or forwards, by the dates of both.
// parameter: limit INTEGER? — at most so many (left out: 100)
// column: days INTEGER — days from the older to the newer document
// column: relation STRING — implements or forwards
// column: lower_id STRING — the document that carries out or forwards
// column: lower_title STRING — its title
// column: lower_level STRING — its level
// column: lower_on DATE — its date
// column: upper_id STRING — the document that is carried out or forwarded
// column: upper_title STRING — its title
// column: upper_level STRING — its level
// column: upper_on DATE — its date
// example: mailuo query lag_between_levels
MATCH (lower:Document)-[r:IMPLEMENTS|FORWARDS]->(upper:Document)
WHERE lower.issued_on IS NOT NULL AND upper.issued_on IS NOT NULL AND lower.level <> upper.level
RETURN duration.inDays(upper.issued_on, lower.issued_on).days AS days, toLower(type(r)) AS relation,
  lower.id AS lower_id, lower.title AS lower_title, lower.level AS lower_level, lower.issued_on AS lower_on,
  upper.id AS upper_id, upper.title AS upper_title, upper.level AS upper_level, upper.issued_on AS upper_on
ORDER BY days, lower_id, upper_id
LIMIT coalesce($limit, 100)
