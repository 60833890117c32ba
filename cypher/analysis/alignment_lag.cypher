// purpose: How many days lie between aligned measures of two levels, by basis: shortest, median, longest, and how many came first below. Of basis content that is no time of carrying out.
// group: Alignments
// cost: linear — in the number of alignments
// parameter: basis STRING? — only this one: cited, forwarded or content
// column: upper_level STRING — higher level
// column: lower_level STRING — lower level
// column: basis STRING — cited, forwarded or content
// column: alignments INTEGER — pairs of measures
// column: documents INTEGER — pairs of documents that these stand in
// column: parallel INTEGER — pairs of measures with a negative lag: the lower one came first
// column: shortest INTEGER — days, null where no date is known
// column: median FLOAT — days
// column: longest INTEGER — days
// example: mailuo query alignment_lag
MATCH (below:Document)-[:HAS_PROVISION]->(:Measure)-[r:ALIGNED_WITH]->(:Measure)<-[:HAS_PROVISION]-(above:Document)
WHERE $basis IS NULL OR r.basis = $basis
RETURN above.level AS upper_level, below.level AS lower_level, r.basis AS basis, count(*) AS alignments,
  count(DISTINCT [below.id, above.id]) AS documents, count(CASE WHEN r.lag_days < 0 THEN 1 END) AS parallel,
  min(r.lag_days) AS shortest, percentileCont(r.lag_days, 0.5) AS median, max(r.lag_days) AS longest
ORDER BY upper_level, lower_level, basis
