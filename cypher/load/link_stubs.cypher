// purpose: The documents that are cited and not held, as they stand.
// column: properties MAP — all of the node's
// column: issuers LIST<STRING> — ids of the bodies that are taken to have issued it, in order
// column: regions LIST<STRING> — ids of the regions that it applies to
// example: mailuo load PATH
MATCH (document:Document {held: false})
RETURN properties(document) AS properties,
  COLLECT {
    MATCH (document)-[place:ISSUED_BY]->(department:Department) RETURN department.id ORDER BY place.position
  } AS issuers,
  COLLECT { MATCH (document)-[:APPLIES_TO]->(region:Region) RETURN region.id ORDER BY region.id } AS regions
