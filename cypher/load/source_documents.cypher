// purpose: The documents of a file.
// parameter: uri STRING — the file
// column: id STRING — a document that it has
// example: mailuo unload FILE
MATCH (:Source {uri: $p.uri})<-[:FROM]-(document:Document)
RETURN document.id AS id ORDER BY id
