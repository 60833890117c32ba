// purpose: Take away a file's copy of a document.
// parameter: id STRING — the document's id
// parameter: uri STRING — the file
// parameter: read_as STRING? — only the copy that was read with this id
// example: mailuo unload REF
MATCH (:Document {id: $p.id})-[copy:FROM]->(:Source {uri: $p.uri})
WHERE $p.read_as IS NULL OR copy.read_as = $p.read_as
DELETE copy
