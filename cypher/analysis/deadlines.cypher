// purpose: What falls due in a span of days, and who answers for it; without a span every deadline, undated ones last.
// group: Deadlines
// cost: linear — in the number of deadlines; anchored with $department
// parameter: from DATE? — first day
// parameter: to DATE? — last day
// parameter: department STRING? — id of a body: only measures that it answers for
// parameter: limit INTEGER? — at most so many (left out: 500)
// column: starts_on DATE — first day that is meant, null where it is open
// column: ends_on DATE — last day that is meant, null where it is open
// column: text STRING — the deadline as printed
// column: kind STRING — by, from, period or within
// column: document_id STRING — document
// column: doc_number STRING — 发文字号
// column: title STRING — title of the document
// column: provision_id STRING — provision
// column: path STRING — number of the provision
// column: heading STRING — heading of the provision
// column: bodies LIST<STRING> — who answers for the measure, as printed
// column: quote STRING — the deadline where it was read
// column: page INTEGER — page of the file
// column: printed_page INTEGER — number printed on that page, where it is known
// example: mailuo query deadlines -p from=2022-09-01 -p to=2022-12-31
CALL () {
  WITH $department AS asked WHERE asked IS NOT NULL
  MATCH (:Department {id: asked})-[:RESPONSIBLE_FOR]->(provision:Provision)
  RETURN DISTINCT provision
  UNION ALL
  WITH $department AS asked WHERE asked IS NULL
  MATCH (provision:Provision)-[:DUE]->()
  RETURN DISTINCT provision
}
MATCH (due:Deadline)<-[:DUE]-(provision)<-[:HAS_PROVISION]-(document:Document)
WITH due, provision, document, coalesce(due.ends_on, due.starts_on) AS day
WHERE ($from IS NULL OR day >= $from) AND ($to IS NULL OR day <= $to)
WITH * ORDER BY day, document.id, provision.position, due.start LIMIT coalesce($limit, 500)
WITH *, COLLECT {
  MATCH ()-[duty:RESPONSIBLE_FOR]->(provision)
  RETURN duty.name ORDER BY duty.start
} AS printed
RETURN due.starts_on AS starts_on, due.ends_on AS ends_on, due.text AS text, due.kind AS kind,
  document.id AS document_id, document.doc_number AS doc_number, document.title AS title, provision.id AS provision_id,
  provision.path AS path,
  provision.heading AS heading,
  [place IN range(0, size(printed) - 1) WHERE NOT printed[place] IN printed[..place] | printed[place]] AS bodies,
  due.quote AS quote, due.page AS page, due.printed_page AS printed_page
ORDER BY day, document_id, provision.position, due.start
