// purpose: Write edges between bodies and to regions.
// parameter: edges LIST<MAP> — kind, start, end, since
// example: mailuo load PATH
CALL () {
  UNWIND [row IN $p.edges WHERE row.kind IN ['SEATED_IN', 'COVERS']] AS row
  MATCH (body:Department {id: row.start}), (region:Region {id: row.end})
  FOREACH (_ IN CASE WHEN row.kind = 'SEATED_IN' THEN [1] ELSE [] END | CREATE (body)-[:SEATED_IN]->(region))
  FOREACH (_ IN CASE WHEN row.kind = 'COVERS' THEN [1] ELSE [] END | CREATE (body)-[:COVERS]->(region))
}
CALL () {
  UNWIND [row IN $p.edges WHERE NOT row.kind IN ['SEATED_IN', 'COVERS']] AS row
  MATCH (body:Department {id: row.start}), (other:Department {id: row.end})
  FOREACH (_ IN CASE WHEN row.kind = 'PART_OF' THEN [1] ELSE [] END | CREATE (body)-[:PART_OF]->(other))
  FOREACH (_ IN CASE WHEN row.kind = 'COUNTERPART_OF' THEN [1] ELSE [] END | CREATE (body)-[:COUNTERPART_OF]->(other))
  FOREACH (_ IN CASE WHEN row.kind = 'SUCCEEDED_BY' THEN [1] ELSE [] END |
    CREATE (body)-[:SUCCEEDED_BY {from: row.since}]->(other))
}
