// purpose: What documents repeal, with the sentence that says so.
// group: Citations
// cost: linear — in the number of citations
// parameter: limit INTEGER? — at most so many (left out: 100)
// column: by_id STRING — the document that repeals
// column: by_title STRING — its title
// column: by_on DATE — its first day in force, else its date
// column: repealed_id STRING — what it repeals, null where the title is ambiguous
// column: repealed_title STRING — its title
// column: still_cited INTEGER — documents that cite it without repealing it: repeal_touches lists them
// column: article STRING — the article, where only one is repealed
// column: cue STRING — the words that say so
// column: quote STRING — the citation as printed
// column: path STRING — provision that it stands in
// column: page INTEGER — page of the file
// column: printed_page INTEGER — number printed on that page, where it is known
// example: mailuo query repealed
MATCH (by:Document)-[:HAS_PROVISION]->(provision:Provision)-[:MAKES]->(citation:Citation {relation: 'repeals'})
OPTIONAL MATCH (citation)-[:TARGETS]->(repealed:Document)
RETURN by.id AS by_id, by.title AS by_title, coalesce(by.effective_on, by.issued_on) AS by_on,
  repealed.id AS repealed_id, repealed.title AS repealed_title,
  COUNT {
    MATCH (repealed)<-[:TARGETS]-(other:Citation)<-[:MAKES]-()<-[:HAS_PROVISION]-(citing:Document)
    WHERE other.relation <> 'repeals' RETURN DISTINCT citing
  } AS still_cited,
  citation.article AS article, citation.cue AS cue,
  citation.quote AS quote, provision.path AS path, citation.page AS page, citation.printed_page AS printed_page
ORDER BY by_id, provision.position, citation.start
LIMIT coalesce($limit, 100)
