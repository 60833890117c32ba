// purpose: Begin to load a file: from now on its content is this one, and its load is not done.
// parameter: uri STRING — the file's address
// parameter: properties MAP — sha256, file, url, extractor_version
// example: mailuo load PATH
MERGE (source:Source {uri: $p.uri})
SET source += $p.properties, source.state = 'loading', source.loaded_at = datetime()
