// purpose: Write the citations that provisions make; linking gives them status and target.
// parameter: citations LIST<MAP> — provision, id, properties
// example: mailuo load PATH
UNWIND $p.citations AS row
MATCH (provision:Provision {id: row.provision})
CREATE (provision)-[:MAKES]->(citation:Citation {id: row.id})
SET citation += row.properties
