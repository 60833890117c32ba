// purpose: Held documents that no other held document cites, oldest first. It says nothing about documents that are not held.
// group: Citations
// cost: linear — in the number of documents
// parameter: level STRING? — only this level: central, ministry, province …
// parameter: limit INTEGER? — at most so many (left out: 100)
// column: id STRING — document
// column: doc_number STRING — 发文字号
// column: title STRING — title
// column: level STRING — level
// column: issued_on DATE — 成文日期
// column: possible INTEGER — citations that could mean it among others (ambiguous ones)
// column: searched INTEGER — how many other documents are held
// example: mailuo query not_cited -p limit=5
MATCH (one:Document {held: true})
WITH count(one) - 1 AS searched
MATCH (document:Document {held: true})
WHERE ($level IS NULL OR document.level = $level)
  AND NOT EXISTS {
    MATCH (document)<-[:TARGETS]-()<-[:MAKES]-()<-[:HAS_PROVISION]-(by:Document) WHERE by <> document
  }
WITH document, searched ORDER BY document.issued_on, document.id LIMIT coalesce($limit, 100)
RETURN document.id AS id, document.doc_number AS doc_number, document.title AS title, document.level AS level,
  document.issued_on AS issued_on, COUNT { (document)<-[:CANDIDATE]-() } AS possible,
  searched
ORDER BY issued_on, id
