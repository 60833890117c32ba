// purpose: Keep a file's own copy of a document, compressed, and mark which copy is shown.
// parameter: id STRING — the document's id
// parameter: uri STRING — the file
// parameter: properties MAP — sha256, size, content, record, first_line, last_line, read_as (the id that it was read with)
// parameter: shown STRING — the file whose copy is shown
// parameter: shown_as STRING — the id that this copy was read with
// example: mailuo load PATH
MATCH (document:Document {id: $p.id}), (source:Source {uri: $p.uri})
MERGE (document)-[copy:FROM {read_as: $p.properties.read_as}]->(source)
SET copy += $p.properties
WITH DISTINCT document
MATCH (document)-[copy:FROM]->(source:Source)
SET copy.shown = (source.uri = $p.shown AND copy.read_as = $p.shown_as)
