// purpose: Write the bodies that a document names where they are not there yet; settling brings old ones to what the registry says now.
// parameter: departments LIST<MAP> — id, name, short_name, aliases, level, kind, known, tokens
// example: mailuo load PATH
UNWIND $p.departments AS row
MERGE (department:Department {id: row.id})
ON CREATE SET department = row
