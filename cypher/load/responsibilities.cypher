// purpose: Write who is responsible for which provision, one edge a printed body.
// parameter: responsibilities LIST<MAP> — department, provision: ids; properties
// example: mailuo load PATH
UNWIND $p.responsibilities AS row
MATCH (department:Department {id: row.department}), (provision:Provision {id: row.provision})
CREATE (department)-[duty:RESPONSIBLE_FOR]->(provision)
SET duty = row.properties
