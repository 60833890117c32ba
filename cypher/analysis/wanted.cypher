// purpose: Documents that are cited but not held, most cited first: what to look for next.
// group: Citations
// cost: linear — in the number of citations of documents that are not held
// parameter: level STRING? — only this level: central, ministry, province, province_dept, city, county
// parameter: limit INTEGER? — at most so many (left out: 50)
// column: citations INTEGER — how many citations name it
// column: documents INTEGER — how many documents these stand in
// column: id STRING — document
// column: doc_number STRING — 发文字号, where a citation prints one
// column: title STRING — title, or the number where none is known
// column: level STRING — level, inferred from number or title
// column: year INTEGER — year, inferred from the number
// column: relations LIST<STRING> — relations in which it is cited
// column: cited_by LIST<STRING> — the first ten documents that cite it
// example: mailuo query wanted -p limit=5
MATCH (wanted:Document {held: false})<-[:TARGETS]-(citation:Citation)<-[:MAKES]-(:Provision)<-[:HAS_PROVISION]-(by:Document)
WHERE $level IS NULL OR wanted.level = $level
WITH wanted, citation, by ORDER BY by.issued_on, by.id
WITH wanted, count(DISTINCT citation) AS citations, collect(DISTINCT citation.relation) AS relations,
  collect(DISTINCT coalesce(by.doc_number, by.title)) AS cited_by
RETURN citations, size(cited_by) AS documents, wanted.id AS id, wanted.doc_number AS doc_number, wanted.title AS title,
  wanted.level AS level, wanted.year AS year, relations, cited_by[..10] AS cited_by
ORDER BY citations DESC, documents DESC, id
LIMIT coalesce($limit, 50)
