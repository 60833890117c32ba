// purpose: The measures of documents, in order, with what aligning reads of them.
// parameter: documents LIST<STRING> — ids of documents
// column: document STRING — the document's id
// column: measures LIST<MAP> — id, text, start, heading, organisational, page, printed_page, turns
// example: mailuo load PATH
UNWIND $p.documents AS id
MATCH (document:Document {id: id})
RETURN id AS document, COLLECT {
  MATCH (document)-[:HAS_PROVISION]->(measure:Measure)
  RETURN {
    id: measure.id, text: measure.text, start: measure.start, heading: measure.heading,
    organisational: coalesce(measure.organisational, false),
    page: measure.page, printed_page: measure.printed_page, turns: coalesce(measure.turns, [])
  }
  ORDER BY measure.position, measure.id
} AS measures
