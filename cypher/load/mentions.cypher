// purpose: Write the bodies and regions that running text names.
// parameter: bodies LIST<MAP> — provision, target: ids; properties
// parameter: places LIST<MAP> — provision, target: ids; properties
// example: mailuo load PATH
CALL () {
  UNWIND $p.bodies AS row
  MATCH (provision:Provision {id: row.provision}), (target:Department {id: row.target})
  CREATE (provision)-[mention:NAMES]->(target)
  SET mention = row.properties
}
CALL () {
  UNWIND $p.places AS row
  MATCH (provision:Provision {id: row.provision}), (target:Region {id: row.target})
  CREATE (provision)-[mention:NAMES]->(target)
  SET mention = row.properties
}
