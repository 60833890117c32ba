// purpose: Write the deadlines that provisions set.
// parameter: deadlines LIST<MAP> — provision, id, properties
// example: mailuo load PATH
UNWIND $p.deadlines AS row
MATCH (provision:Provision {id: row.provision})
CREATE (provision)-[:DUE]->(deadline:Deadline {id: row.id})
SET deadline += row.properties
