// purpose: Write relationships between documents that are derived from citations, one per pair and type.
// parameter: edges LIST<MAP> — citing and cited (ids), type, properties (citations, preamble, confidence)
// example: mailuo load PATH
UNWIND $p.edges AS row
MATCH (citing:Document {id: row.citing}), (cited:Document {id: row.cited})
MERGE (citing)-[edge:$(row.type)]->(cited)
SET edge = row.properties
