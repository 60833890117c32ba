// purpose: The ids of all facts of one kind, from which a sample is drawn.
// parameter: kind STRING — document, measure, citation, responsibility, deadline, mention, region or alignment
// column: id STRING — fact
// example: mailuo audit citation
CALL () {
  WITH * WHERE $p.kind = 'document' MATCH (fact:Document {held: true}) RETURN fact.id AS id
  UNION ALL
  WITH * WHERE $p.kind = 'measure' MATCH (fact:Measure) RETURN fact.id AS id
  UNION ALL
  WITH * WHERE $p.kind = 'citation' MATCH (fact:Citation) RETURN fact.id AS id
  UNION ALL
  WITH * WHERE $p.kind = 'responsibility' MATCH ()-[fact:RESPONSIBLE_FOR]->() RETURN fact.id AS id
  UNION ALL
  WITH * WHERE $p.kind = 'deadline' MATCH (fact:Deadline) RETURN fact.id AS id
  UNION ALL
  WITH * WHERE $p.kind = 'mention' MATCH ()-[fact:NAMES]->(:Department) RETURN fact.id AS id
  UNION ALL
  WITH * WHERE $p.kind = 'region' MATCH ()-[fact:NAMES]->(:Region) RETURN fact.id AS id
  UNION ALL
  WITH * WHERE $p.kind = 'alignment'
  MATCH (lower:Measure)-[fact:ALIGNED_WITH {origin: 'automatic'}]->(upper:Measure)
  RETURN lower.id + '~' + upper.id AS id
}
RETURN id
