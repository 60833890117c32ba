// purpose: Write bodies as the registry knows them.
// parameter: departments LIST<MAP> — id, name, short_name, aliases, level, kind, known, tokens
// example: mailuo load PATH
UNWIND $p.departments AS row
MERGE (department:Department {id: row.id})
SET department = row
