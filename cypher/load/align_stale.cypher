// purpose: Whether a held document was not aligned since it was written, or by another version of the aligner.
// parameter: version STRING — the aligner's version, with which the marks of documents begin
// column: stale BOOLEAN — whether there is one
// example: mailuo load PATH
RETURN EXISTS {
  MATCH (document:Document {held: true})
  WHERE document.level IS NOT NULL AND (document.aligned IS NULL OR NOT document.aligned STARTS WITH $p.version)
} AS stale
