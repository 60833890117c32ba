// purpose: One body with those that it belongs with: its offices and what it is part of, what it took over from and what took it over, its counterparts one level up and down.
// group: Bodies
// cost: anchored — by index from $department
// parameter: department STRING — id of the body
// column: kinship STRING — itself, office, part_of, predecessor, successor, counterpart_above or counterpart_below
// column: steps INTEGER — how many relationships away: an office of an office is 2
// column: id STRING — body
// column: name STRING — full official name
// column: level STRING — level of the body that commands it
// column: kind STRING — kind
// column: region STRING — seat; of a generic body the region that it covers
// column: leads INTEGER — measures that it leads
// column: duties INTEGER — measures that it answers for in any role
// column: issued INTEGER — documents that it issued
// example: mailuo query body -p department=江苏省政务服务管理办公室
MATCH (asked:Department {id: $department})
CALL (asked) {
  RETURN asked AS body, 'itself' AS kinship, 0 AS steps
  UNION
  MATCH way = (asked)<-[:PART_OF*1..3]-(body:Department) RETURN body, 'office' AS kinship, min(length(way)) AS steps
  UNION
  MATCH way = (asked)-[:PART_OF*1..3]->(body:Department) RETURN body, 'part_of' AS kinship, min(length(way)) AS steps
  UNION
  MATCH way = (asked)<-[:SUCCEEDED_BY*1..5]-(body:Department) RETURN body, 'predecessor' AS kinship, min(length(way)) AS steps
  UNION
  MATCH way = (asked)-[:SUCCEEDED_BY*1..5]->(body:Department) RETURN body, 'successor' AS kinship, min(length(way)) AS steps
  UNION
  MATCH (asked)-[:COUNTERPART_OF]->(body:Department) RETURN body, 'counterpart_above' AS kinship, 1 AS steps
  UNION
  MATCH (asked)<-[:COUNTERPART_OF]-(body:Department) RETURN body, 'counterpart_below' AS kinship, 1 AS steps
}
RETURN kinship, steps, body.id AS id, body.name AS name, body.level AS level, body.kind AS kind,
  COLLECT { MATCH (body)-[:SEATED_IN|COVERS]->(region) RETURN region.name ORDER BY region.id LIMIT 1 }[0] AS region,
  COUNT { MATCH (body)-[:RESPONSIBLE_FOR {role: 'lead'}]->(measure) RETURN DISTINCT measure } AS leads,
  COUNT { MATCH (body)-[:RESPONSIBLE_FOR]->(measure) RETURN DISTINCT measure } AS duties,
  COUNT { (body)<-[:ISSUED_BY]-() } AS issued
ORDER BY kinship <> 'itself', kinship, steps, id
