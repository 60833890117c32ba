// purpose: Citations that could mean several documents, and which: nothing is guessed, a person decides.
// group: Citations
// cost: linear — in the number of ambiguous citations, by index
// parameter: limit INTEGER? — at most so many (left out: 100)
// column: citation_id STRING — id of the citation
// column: document_id STRING — document that makes it
// column: path STRING — provision that it stands in
// column: relation STRING — relation
// column: quote STRING — the citation as printed
// column: candidates LIST<STRING> — ids of the documents that it could mean
// column: page INTEGER — page of the file
// column: printed_page INTEGER — number printed on that page, where it is known
// example: mailuo query ambiguous_citations
MATCH (document:Document)-[:HAS_PROVISION]->(provision:Provision)-[:MAKES]->(citation:Citation {status: 'ambiguous'})
RETURN citation.id AS citation_id, document.id AS document_id, provision.path AS path, citation.relation AS relation,
  citation.quote AS quote,
  COLLECT { MATCH (citation)-[:CANDIDATE]->(candidate) RETURN candidate.id ORDER BY candidate.id } AS candidates,
  citation.page AS page, citation.printed_page AS printed_page
ORDER BY document_id, provision.position, citation.start
LIMIT coalesce($limit, 100)
