// purpose: The portfolio of one body: the measures that it answers for, in which role and for which sentences.
// group: Bodies
// cost: anchored — by index from $department
// parameter: department STRING — id of the body
// parameter: role STRING? — only this role: lead, participant, responsible
// parameter: predecessors BOOLEAN? — true: also what bodies answer for that it took over
// parameter: offices BOOLEAN? — true: also what its parts answer for
// column: role STRING — lead, participant or responsible
// column: name STRING — the body as printed
// column: document_id STRING — document
// column: doc_number STRING — 发文字号
// column: title STRING — title of the document
// column: issued_on DATE — 成文日期
// column: measure_id STRING — measure
// column: path STRING — number of the measure
// column: heading STRING — heading of the measure
// column: duty STRING — the sentences that the body answers for
// column: deadlines LIST<STRING> — deadlines of the measure as printed
// column: quote STRING — the printed name, where it was read
// column: page INTEGER — page of the file
// column: printed_page INTEGER — number printed on that page, where it is known
// example: mailuo query department -p department=国务院办公厅 -p role=lead
MATCH (asked:Department {id: $department})
CALL (asked) {
  RETURN asked AS body
  UNION
  MATCH (asked)<-[:SUCCEEDED_BY*1..5]-(body:Department) WHERE $predecessors
  RETURN body
  UNION
  MATCH (asked)<-[:PART_OF*1..3]-(body:Department) WHERE $offices
  RETURN body
}
MATCH (body)-[printed:RESPONSIBLE_FOR]->(measure:Measure)<-[:HAS_PROVISION]-(document:Document)
WHERE $role IS NULL OR printed.role = $role
RETURN printed.role AS role, printed.name AS name, document.id AS document_id, document.doc_number AS doc_number,
  document.title AS title, document.issued_on AS issued_on, measure.id AS measure_id, measure.path AS path, measure.heading AS heading,
  substring(document.text, printed.duty_start, printed.duty_end - printed.duty_start) AS duty,
  COLLECT { MATCH (measure)-[:DUE]->(due) RETURN due.text ORDER BY due.start, due.id } AS deadlines,
  printed.quote AS quote, printed.page AS page, printed.printed_page AS printed_page
ORDER BY CASE role WHEN 'lead' THEN 0 WHEN 'responsible' THEN 1 ELSE 2 END, issued_on, document_id,
  measure.position, printed.start
