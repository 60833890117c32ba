// purpose: The documents that a file had and that its newest content no longer has.
// parameter: uri STRING — the file
// parameter: ids LIST<STRING> — the documents that it has
// column: id STRING — a document that it no longer has
// example: mailuo load PATH
MATCH (:Source {uri: $p.uri})<-[:FROM]-(document:Document)
WHERE NOT document.id IN $p.ids
RETURN document.id AS id ORDER BY id
