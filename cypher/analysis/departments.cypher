// purpose: The bodies of the graph, those with most measures first.
// group: Bodies
// cost: linear — in the number of bodies and responsibilities
// parameter: unknown BOOLEAN? — true: only bodies that no row of the registry has
// parameter: level STRING? — only this level: central, ministry, province, province_dept, city, county
// parameter: kind STRING? — only this kind: government, party, congress, court, company, association, generic, other
// parameter: limit INTEGER? — at most so many (left out: 1000)
// column: id STRING — body
// column: name STRING — full official name, or the name as printed where it is unknown
// column: short_name STRING — usual short name
// column: level STRING — level of the body that commands it
// column: kind STRING — kind
// column: known BOOLEAN — the registry has it
// column: region STRING — seat; of a generic body the region that it covers
// column: leads INTEGER — measures that it leads
// column: duties INTEGER — measures that it answers for in any role
// column: named INTEGER — provisions whose running text names it
// column: issued INTEGER — documents that it issued
// example: mailuo query departments -p level=ministry -p limit=5
MATCH (body:Department)
WHERE (NOT coalesce($unknown, false) OR NOT coalesce(body.known, false))
  AND ($level IS NULL OR body.level = $level)
  AND ($kind IS NULL OR body.kind = $kind)
CALL (body) {
  OPTIONAL MATCH (body)-[duty:RESPONSIBLE_FOR]->(measure)
  RETURN count(DISTINCT measure) AS duties, count(DISTINCT CASE duty.role WHEN 'lead' THEN measure END) AS leads
}
RETURN body.id AS id, body.name AS name, body.short_name AS short_name, body.level AS level, body.kind AS kind,
  coalesce(body.known, false) AS known,
  COLLECT { MATCH (body)-[:SEATED_IN|COVERS]->(region) RETURN region.name ORDER BY region.id LIMIT 1 }[0] AS region,
  leads, duties,
  COUNT { MATCH (body)<-[:NAMES]-(provision) RETURN DISTINCT provision } AS named,
  COUNT { (body)<-[:ISSUED_BY]-() } AS issued
ORDER BY duties DESC, issued DESC, named DESC, id
LIMIT coalesce($limit, 1000)
