// purpose: Write relationships of one type that an export holds, and say how many; each end is found by the index of its label.
// parameter: type STRING — their type
// parameter: rows LIST<MAP> — from, to: maps of one entry, from the label of the end to its key; properties
// column: written INTEGER — how many were written: fewer than the rows where an end is missing
// example: mailuo import DIR
UNWIND $p.rows AS row
CALL (row) {
  MATCH (start:Document {id: row.from.Document}) RETURN start
  UNION ALL
  MATCH (start:Provision {id: row.from.Provision}) RETURN start
  UNION ALL
  MATCH (start:Citation {id: row.from.Citation}) RETURN start
  UNION ALL
  MATCH (start:Deadline {id: row.from.Deadline}) RETURN start
  UNION ALL
  MATCH (start:Department {id: row.from.Department}) RETURN start
  UNION ALL
  MATCH (start:Region {id: row.from.Region}) RETURN start
  UNION ALL
  MATCH (start:Source {uri: row.from.Source}) RETURN start
  UNION ALL
  MATCH (start:Correction {id: row.from.Correction}) RETURN start
}
CALL (row) {
  MATCH (end:Document {id: row.to.Document}) RETURN end
  UNION ALL
  MATCH (end:Provision {id: row.to.Provision}) RETURN end
  UNION ALL
  MATCH (end:Citation {id: row.to.Citation}) RETURN end
  UNION ALL
  MATCH (end:Deadline {id: row.to.Deadline}) RETURN end
  UNION ALL
  MATCH (end:Department {id: row.to.Department}) RETURN end
  UNION ALL
  MATCH (end:Region {id: row.to.Region}) RETURN end
  UNION ALL
  MATCH (end:Source {uri: row.to.Source}) RETURN end
  UNION ALL
  MATCH (end:Correction {id: row.to.Correction}) RETURN end
}
CREATE (start)-[edge:$($p.type)]->(end)
SET edge = row.properties
RETURN count(edge) AS written
