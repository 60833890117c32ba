// purpose: Heads of documents with what was read from them, for a person's verdict.
// parameter: facts LIST<MAP> — id, and provision where the fact is an edge
// column: target STRING — id, as `mailuo correct` takes it
// column: document STRING — its document
// column: path STRING — its provision
// column: page INTEGER — page of the file
// column: printed_page INTEGER — number printed on it
// column: quote STRING — what is printed
// column: context STRING — what stands around it
// column: reading STRING — what was read from it
// example: mailuo audit document
UNWIND $p.facts AS row
MATCH (document:Document {id: row.id})
WITH document, head(COLLECT {
  MATCH (document)-[:HAS_PROVISION]->(first:Provision) RETURN first ORDER BY first.position LIMIT 1
}) AS first
RETURN document.id AS target, document.id AS document, null AS path, first.page AS page,
  first.printed_page AS printed_page, replace(left(document.text, 300), '\n', ' ') AS quote,
  replace(right(document.text, 200), '\n', ' ') AS context,
  'number: ' + coalesce(document.doc_number, 'none') + '; title: ' + document.title
    + '; level: ' + coalesce(document.level, 'none') + '; issued_on: ' + coalesce(toString(document.issued_on), 'none')
    + '; issuers: ' + reduce(names = '', name IN COLLECT {
      MATCH (document)-[place:ISSUED_BY]->(body:Department) RETURN body.name ORDER BY place.position
    } | names + CASE names WHEN '' THEN '' ELSE '、' END + name)
    + '; effective_on: ' + coalesce(toString(document.effective_on), 'none')
    + '; expires_on: ' + coalesce(toString(document.expires_on), 'none') AS reading
