// purpose: Measures of a held document that no measure of a lower level is aligned with, with what comes nearest. Nothing is said where the document is not held, nothing younger of a lower level is held, nothing was aligned yet, or a held document forwards it and so adopts all of them; and silence is only that of the documents that were searched.
// group: Alignments
// cost: anchored — by index from $document; of the documents searched at most 1,000 are counted
// parameter: document STRING — id of the document of the higher level
// column: measure_id STRING — measure
// column: path STRING — its number
// column: heading STRING — its heading
// column: text STRING — its own text
// column: organisational BOOLEAN — it only leads, supervises or makes known, and is not aligned for that reason
// column: nearest_id STRING — measure of a lower level that comes nearest, which is no alignment; null where nothing does
// column: nearest_title STRING — title of its document
// column: nearest_path STRING — its number
// column: nearest_score FLOAT — how near
// column: searched INTEGER — held documents of lower levels; 1,000 stands for more too
// column: page INTEGER — page of the file
// column: printed_page INTEGER — number printed on that page, where it is known
// example: mailuo query silent_measures -p document=国发〔2022〕5号
MATCH (document:Document {id: $document, held: true})
WITH document, ['central', 'ministry', 'province', 'province_dept', 'city', 'county'] AS levels
WITH document, COUNT { ()-[:ALIGNED_WITH]->() } AS alignments, CASE
  WHEN document.level IN levels THEN
    [place IN range(0, 5) WHERE levels[place] = document.level | levels[place + 1..]][0]
  ELSE levels
END AS lower_levels
WHERE alignments > 0
  AND EXISTS {
    UNWIND lower_levels AS level
    MATCH (lower:Document {level: level, held: true}) WHERE lower.issued_on >= document.issued_on
  }
  AND NOT EXISTS {
    MATCH (document)<-[:FORWARDS]-(lower:Document {held: true}) WHERE lower.level IN lower_levels
  }
WITH document, lower_levels, COUNT {
  UNWIND lower_levels AS level
  MATCH (lower:Document {level: level, held: true})
  RETURN lower LIMIT 1000
} AS searched
MATCH (document)-[:HAS_PROVISION]->(measure:Measure)
WHERE NOT EXISTS {
  MATCH (measure)<-[:ALIGNED_WITH]-(:Measure)<-[:HAS_PROVISION]-(lower:Document {held: true})
  WHERE lower.level IN lower_levels
}
WITH document, measure, searched, COLLECT {
  MATCH (measure)<-[near:NEAREST_TO]-(lower:Measure)<-[:HAS_PROVISION]-(below:Document)
  RETURN {id: lower.id, title: below.title, path: lower.path, score: near.score}
  ORDER BY near.score DESC, lower.id LIMIT 1
}[0] AS nearest
RETURN measure.id AS measure_id, measure.path AS path, measure.heading AS heading, measure.text AS text,
  coalesce(measure.organisational, false) AS organisational, nearest.id AS nearest_id, nearest.title AS nearest_title,
  nearest.path AS nearest_path, nearest.score AS nearest_score, searched, measure.page AS page,
  measure.printed_page AS printed_page
ORDER BY measure.position, measure_id
