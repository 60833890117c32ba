// purpose: A file's own copy of a document, as it was read from it.
// parameter: id STRING — the document's id
// parameter: uri STRING — the file
// parameter: read_as STRING — the id that it was read with
// column: properties MAP — all that is kept of the copy, the compressed record with it
// example: mailuo unload REF
MATCH (:Document {id: $p.id})-[copy:FROM {read_as: $p.read_as}]->(:Source {uri: $p.uri})
RETURN properties(copy) AS properties
