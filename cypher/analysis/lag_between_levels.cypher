// purpose: How long it takes until documents of one level carry out or forward those of another: days between the dates of both, shortest, median and longest.
// group: Chains
// cost: linear — in the number of relations between documents
// parameter: relation STRING? — only implements or only forwards
// column: upper_level STRING — level of the document that is carried out or forwarded
// column: lower_level STRING — level of the one that does so
// column: relation STRING — implements or forwards
// column: pairs INTEGER — pairs of documents whose dates are both known
// column: shortest INTEGER — days
// column: median FLOAT — days
// column: longest INTEGER — days
// example: mailuo query lag_between_levels -p relation=implements
MATCH (lower:Document)-[r:IMPLEMENTS|FORWARDS]->(upper)
WHERE lower.issued_on IS NOT NULL AND upper.issued_on IS NOT NULL AND lower.level <> upper.level
  AND ($relation IS NULL OR toLower(type(r)) = $relation)
WITH upper.level AS upper_level, lower.level AS lower_level, toLower(type(r)) AS relation,
  duration.inDays(upper.issued_on, lower.issued_on).days AS days
RETURN upper_level, lower_level, relation, count(*) AS pairs, min(days) AS shortest,
  percentileCont(days, 0.5) AS median, max(days) AS longest
ORDER BY upper_level, lower_level, relation
