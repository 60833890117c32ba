// purpose: Write alignments of measures, and what comes nearest without being one; a pair that a person aligned is left as it is.
// parameter: edges LIST<MAP> — type, lower, upper (ids of measures), properties
// example: mailuo load PATH
UNWIND $p.edges AS row
// Ids are unique among provisions, whose index this enters by.
MATCH (lower:Provision {id: row.lower})
MATCH (upper:Provision {id: row.upper})
WHERE NOT EXISTS { (lower)-[:ALIGNED_WITH {origin: 'manual'}]->(upper) }
CREATE (lower)-[edge:$(row.type)]->(upper)
SET edge = row.properties
