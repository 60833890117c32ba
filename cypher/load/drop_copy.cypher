// purpose: Take away a file's copy of a document.
// parameter: id STRING — the document's id
// parameter: uri STRING — the file
// example: mailuo unload REF
MATCH (:Document {id: $p.id})-[copy:FROM]->(:Source {uri: $p.uri})
DELETE copy
