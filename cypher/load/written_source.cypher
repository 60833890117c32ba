// purpose: Mark a file as written: all of its documents are there; false when a newer content came meanwhile.
// parameter: uri STRING — the file
// parameter: sha256 STRING — its content
// parameter: account MAP — lines: how many it has; rejections: what was not loaded of them
// column: current BOOLEAN — whether it was marked
// example: mailuo load PATH
OPTIONAL MATCH (source:Source {uri: $p.uri, sha256: $p.sha256})
SET source += $p.account, source.state = 'written'
RETURN source IS NOT NULL AS current
