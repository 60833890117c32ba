// purpose: Write the bodies that a document names; settling writes how they belong together.
// parameter: departments LIST<MAP> — id, name, short_name, aliases, level, kind, known, tokens
// example: mailuo load PATH
UNWIND $departments AS row
MERGE (department:Department {id: row.id})
SET department = row
