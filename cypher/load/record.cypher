// purpose: A file's own copy of a document, as it was read from it.
// parameter: id STRING — the document's id
// parameter: uri STRING — the file
// column: record BYTES — the compressed record
// column: properties MAP — all that is kept of the copy, the record with it
// example: mailuo unload REF
MATCH (:Document {id: $p.id})-[copy:FROM]->(:Source {uri: $p.uri})
RETURN copy.record AS record, properties(copy) AS properties
