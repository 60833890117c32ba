// purpose: Every edge from a body to another body or to a region.
// column: kind STRING — its type
// column: start STRING — the body's id
// column: end STRING — the other body's or the region's id
// column: since DATE — the day from which it holds
// example: mailuo load PATH
MATCH (body:Department)-[edge:SEATED_IN|COVERS|PART_OF|COUNTERPART_OF|SUCCEEDED_BY]->(other)
RETURN type(edge) AS kind, body.id AS start, other.id AS end, edge.from AS since
ORDER BY kind, start, end
