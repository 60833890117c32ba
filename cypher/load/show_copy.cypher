// purpose: Mark which copy of a document is shown.
// parameter: id STRING — the document's id
// parameter: uri STRING — the file whose copy it is
// example: mailuo unload REF
MATCH (:Document {id: $p.id})-[copy:FROM]->(source:Source)
SET copy.shown = (source.uri = $p.uri)
