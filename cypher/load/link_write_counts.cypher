// purpose: Write how often documents that are held are cited, and the ids that they would have as stubs.
// parameter: counts LIST<MAP> — id, cited_by, former_ids
// example: mailuo load PATH
UNWIND $p.counts AS row
MATCH (document:Document {id: row.id})
SET document.cited_by = row.cited_by, document.former_ids = row.former_ids
