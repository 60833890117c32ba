// purpose: Mark which copy of a document is shown.
// parameter: id STRING — the document's id
// parameter: uri STRING — the file whose copy it is
// parameter: read_as STRING — the id that it was read with
// example: mailuo unload REF
MATCH (:Document {id: $p.id})-[copy:FROM]->(source:Source)
SET copy.shown = (source.uri = $p.uri AND copy.read_as = $p.read_as)
