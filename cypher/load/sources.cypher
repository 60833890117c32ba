// purpose: Every file that was loaded, with the mark of how far its load came.
// column: uri STRING — the file's address
// column: sha256 STRING — of its content
// column: state STRING — loading, written or linked; partial when a document of it was unloaded
// column: extractor_version STRING — the loaders that read it
// column: documents INTEGER — how many documents it gave
// column: lines INTEGER — how many lines it has
// column: rejections LIST<STRING> — what was not loaded of it, as JSON
// example: mailuo load PATH
MATCH (source:Source)
RETURN source.uri AS uri, source.sha256 AS sha256, source.state AS state, source.extractor_version AS extractor_version,
  COUNT { (source)<-[:FROM]-(:Document) } AS documents, source.lines AS lines, source.rejections AS rejections
ORDER BY uri
