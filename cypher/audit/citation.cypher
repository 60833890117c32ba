// purpose: Citations with what was read from them, for a person's verdict.
// parameter: facts LIST<MAP> — id, and provision where the fact is an edge
// column: target STRING — id, as `mailuo correct` takes it
// column: document STRING — its document
// column: path STRING — its provision
// column: page INTEGER — page of the file
// column: printed_page INTEGER — number printed on it
// column: quote STRING — what is printed
// column: context STRING — what stands around it
// column: reading STRING — what was read from it
// example: mailuo audit citation
UNWIND $p.facts AS row
MATCH (document:Document)-[:HAS_PROVISION]->(provision:Provision)-[:MAKES]->(fact:Citation {id: row.id})
RETURN fact.id AS target, document.id AS document, provision.path AS path, fact.page AS page,
  fact.printed_page AS printed_page, fact.quote AS quote,
  replace(
    substring(document.text, CASE WHEN fact.start > 80 THEN fact.start - 80 ELSE 0 END, fact.end - fact.start + 160),
    '\n', ' '
  ) AS context,
  fact.relation + coalesce(' (' + fact.cue + ')', '') + ' → ' + coalesce(
    head(COLLECT { MATCH (fact)-[:TARGETS]->(cited:Document) RETURN cited.id + CASE WHEN cited.held THEN '' ELSE ' (wanted)' END }),
    fact.status) AS reading
