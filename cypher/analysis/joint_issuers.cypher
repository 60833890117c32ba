// purpose: Documents that several bodies issued together, those with most issuers first.
// group: Documents
// cost: linear — in the number of issuers of documents
// parameter: limit INTEGER? — at most so many (left out: 50)
// column: issuers INTEGER — how many issued it
// column: id STRING — document
// column: doc_number STRING — 发文字号
// column: title STRING — title
// column: issued_on DATE — 成文日期
// column: bodies LIST<STRING> — its issuers in the order of the signature
// example: mailuo query joint_issuers
MATCH (document:Document {held: true})-[place:ISSUED_BY]->(issuer:Department)
WITH document, issuer, place ORDER BY place.position, issuer.id
WITH document, collect(issuer.name) AS bodies
WHERE size(bodies) > 1
RETURN size(bodies) AS issuers, document.id AS id, document.doc_number AS doc_number, document.title AS title,
  document.issued_on AS issued_on, bodies
ORDER BY issuers DESC, id
LIMIT coalesce($limit, 50)
