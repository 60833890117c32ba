// purpose: Measures that print nobody as responsible, in documents that do so for other measures.
// group: Measures and regions
// cost: linear — in the number of measures; anchored with $document
// parameter: document STRING? — id of a document: only this one
// parameter: limit INTEGER? — at most so many (left out: 100)
// column: document_id STRING — document
// column: doc_number STRING — 发文字号
// column: measure_id STRING — measure
// column: path STRING — number of the measure
// column: heading STRING — heading of the measure
// column: modality STRING — order, support, allow or forbid
// column: text STRING — its own text
// column: page INTEGER — page of the file
// column: printed_page INTEGER — number printed on that page, where it is known
// example: mailuo query measures_without_body -p limit=5
CALL () {
  WITH $document AS asked WHERE asked IS NOT NULL
  MATCH (document:Document {id: asked})
  RETURN document
  UNION ALL
  WITH $document AS asked WHERE asked IS NULL
  MATCH (document:Document {held: true})
  RETURN document
}
WITH document
WHERE EXISTS { (document)-[:HAS_PROVISION]->()<-[:RESPONSIBLE_FOR]-() }
MATCH (document)-[:HAS_PROVISION]->(measure:Measure)
WHERE NOT EXISTS { ()-[:RESPONSIBLE_FOR]->(measure) }
RETURN document.id AS document_id, document.doc_number AS doc_number, measure.id AS measure_id, measure.path AS path,
  measure.heading AS heading, measure.modality AS modality, measure.text AS text, measure.page AS page,
  measure.printed_page AS printed_page
ORDER BY document_id, measure.position
LIMIT coalesce($limit, 100)
