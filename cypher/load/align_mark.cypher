// purpose: Mark documents with what their measures were aligned by.
// parameter: marks LIST<MAP> — id, mark
// example: mailuo load PATH
UNWIND $p.marks AS row
MATCH (document:Document {id: row.id})
SET document.aligned = row.mark
