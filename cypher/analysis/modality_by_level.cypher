// purpose: What measures do at each level: order, support, allow or forbid.
// column: level STRING — level of the document
// column: modality STRING — order, support, allow or forbid
// column: measures INTEGER — how many measures
// column: share FLOAT — their share of the level's measures
// example: mailuo query modality_by_level
MATCH (document:Document)-[:HAS_PROVISION]->(measure:Measure)
WITH document.level AS level, measure.modality AS modality, count(measure) AS measures
WITH level, collect({modality: modality, measures: measures}) AS rows, sum(measures) AS all
UNWIND rows AS row
RETURN level, row.modality AS modality, row.measures AS measures, round(1.0 * row.measures / all, 3) AS share
ORDER BY level, measures DESC, modality
