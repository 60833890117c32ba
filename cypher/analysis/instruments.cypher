// purpose: What measures do, by year and level: the instruments of policy (order, support, allow or forbid) and their shares.
// group: Measures and regions
// cost: linear — in the number of measures
// parameter: level STRING? — only documents of this level: central, ministry, province …
// parameter: year INTEGER? — only documents of this year
// column: year INTEGER — year of the documents
// column: level STRING — their level
// column: modality STRING — order, support, allow or forbid
// column: measures INTEGER — how many measures
// column: documents INTEGER — documents that they stand in
// column: share FLOAT — of all measures of that year and level
// example: mailuo query instruments -p level=province
MATCH (document:Document)-[:HAS_PROVISION]->(measure:Measure)
WHERE ($level IS NULL OR document.level = $level) AND ($year IS NULL OR document.year = $year)
WITH document.year AS year, document.level AS level, measure.modality AS modality, count(measure) AS measures,
  count(DISTINCT document) AS documents
WITH year, level, collect({modality: modality, measures: measures, documents: documents}) AS rows, sum(measures) AS all
UNWIND rows AS row
RETURN year, level, row.modality AS modality, row.measures AS measures, row.documents AS documents,
  round(1.0 * row.measures / all, 3) AS share
ORDER BY year, level, measures DESC, modality
