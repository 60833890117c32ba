// purpose: Mark a file as written: all of its documents are there; false when a newer content came meanwhile.
// parameter: uri STRING — the file
// parameter: sha256 STRING — its content
// column: current BOOLEAN — whether it was marked
// example: mailuo load PATH
OPTIONAL MATCH (source:Source {uri: $p.uri, sha256: $p.sha256})
SET source.state = 'written'
RETURN source IS NOT NULL AS current
