// purpose: Measures with what was read from them, for a person's verdict.
// parameter: facts LIST<MAP> — id, and provision where the fact is an edge
// column: target STRING — id, as `mailuo correct` takes it
// column: document STRING — its document
// column: path STRING — its provision
// column: page INTEGER — page of the file
// column: printed_page INTEGER — number printed on it
// column: quote STRING — what is printed
// column: context STRING — what stands around it
// column: reading STRING — what was read from it
// example: mailuo audit measure
UNWIND $p.facts AS row
MATCH (document:Document)-[:HAS_PROVISION]->(fact:Measure {id: row.id})
RETURN fact.id AS target, document.id AS document, fact.path AS path, fact.page AS page,
  fact.printed_page AS printed_page, coalesce(fact.heading, '') AS quote, replace(left(fact.text, 400), '\n', ' ') AS context,
  'a measure: ' + coalesce(fact.modality, 'no modality') AS reading
