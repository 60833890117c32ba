// purpose: Documents that print their first or last day in force, those that end first on top.
// group: Documents
// cost: linear — in the number of documents
// parameter: from DATE? — only those that end on this day or later
// parameter: limit INTEGER? — at most so many (left out: 100)
// column: expires_on DATE — last day in force
// column: effective_on DATE — first day in force
// column: issued_on DATE — 成文日期
// column: id STRING — document
// column: doc_number STRING — 发文字号
// column: title STRING — title
// column: level STRING — level
// example: mailuo query terms_in_force
MATCH (document:Document {held: true})
WHERE (document.expires_on IS NOT NULL OR document.effective_on IS NOT NULL)
  AND ($from IS NULL OR document.expires_on >= $from)
RETURN document.expires_on AS expires_on, document.effective_on AS effective_on, document.issued_on AS issued_on,
  document.id AS id, document.doc_number AS doc_number, document.title AS title, document.level AS level
ORDER BY expires_on, effective_on, id
LIMIT coalesce($limit, 100)
