// purpose: Measures whose last day falls into a period, with who leads, takes part or answers: the calendar of a supervisor.
// group: Deadlines
// cost: linear — in the deadlines of the period, found by index
// parameter: from DATE — first day of the period
// parameter: to DATE — last day of the period
// parameter: level STRING? — only documents of this level: central, province …
// parameter: region STRING? — code of a region: only documents of its jurisdiction
// column: ends_on DATE — last day that is meant
// column: text STRING — the deadline as printed
// column: document_id STRING — document
// column: title STRING — its title
// column: level STRING — its level
// column: measure_id STRING — measure
// column: path STRING — number of the measure
// column: heading STRING — heading of the measure
// column: leads LIST<STRING> — bodies that lead it
// column: participants LIST<STRING> — bodies that take part
// column: answer LIST<STRING> — bodies that answer for it without a printed lead
// column: page INTEGER — page of the file
// column: printed_page INTEGER — number printed on that page, where it is known
// example: mailuo query measures_due -p from=2022-07-01 -p to=2022-12-31
MATCH (due:Deadline) WHERE due.ends_on >= $from AND due.ends_on <= $to
MATCH (due)<-[:DUE]-(measure:Measure)<-[:HAS_PROVISION]-(document:Document)
WHERE ($level IS NULL OR document.level = $level)
  AND ($region IS NULL OR EXISTS { MATCH (document)-[:APPLIES_TO]->(:Region {id: $region}) })
WITH due, measure, document, COLLECT {
  MATCH (body)-[duty:RESPONSIBLE_FOR]->(measure)
  RETURN [duty.role, body.name] ORDER BY duty.start, body.id
} AS duties
RETURN due.ends_on AS ends_on, due.text AS text, document.id AS document_id, document.title AS title,
  document.level AS level, measure.id AS measure_id, measure.path AS path, measure.heading AS heading,
  [duty IN duties WHERE duty[0] = 'lead' | duty[1]] AS leads,
  [duty IN duties WHERE duty[0] = 'participant' | duty[1]] AS participants,
  [duty IN duties WHERE duty[0] = 'responsible' | duty[1]] AS answer,
  due.page AS page, due.printed_page AS printed_page
ORDER BY ends_on, document_id, measure.position, due.start
