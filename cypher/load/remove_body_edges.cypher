// purpose: Take out edges between bodies and to regions.
// parameter: edges LIST<MAP> — kind, start, end, since
// example: mailuo load PATH
UNWIND $p.edges AS row
MATCH (body:Department {id: row.start})-[edge:SEATED_IN|COVERS|PART_OF|COUNTERPART_OF|SUCCEEDED_BY]->(other {id: row.end})
WHERE type(edge) = row.kind AND (edge.from = row.since OR (edge.from IS NULL AND row.since IS NULL))
DELETE edge
