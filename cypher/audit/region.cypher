// purpose: Regions that running text names, for a person's verdict.
// parameter: facts LIST<MAP> — id, and provision where the fact is an edge
// column: target STRING — id, as `mailuo correct` takes it
// column: document STRING — its document
// column: path STRING — its provision
// column: page INTEGER — page of the file
// column: printed_page INTEGER — number printed on it
// column: quote STRING — what is printed
// column: context STRING — what stands around it
// column: reading STRING — what was read from it
// example: mailuo audit region
UNWIND $p.facts AS row
MATCH (document:Document)-[:HAS_PROVISION]->(provision:Provision {id: row.provision})
MATCH (provision)-[fact:NAMES {id: row.id}]->(named:Region)
RETURN fact.id AS target, document.id AS document, provision.path AS path, fact.page AS page,
  fact.printed_page AS printed_page, fact.quote AS quote,
  replace(
    substring(document.text, CASE WHEN fact.start > 80 THEN fact.start - 80 ELSE 0 END, fact.end - fact.start + 160),
    '\n', ' '
  ) AS context,
  'names ' + named.name + ' (' + named.id + ')' AS reading
