// purpose: Take out the regions that the registry no longer has, and every edge between regions, before they are written anew.
// parameter: ids LIST<STRING> — the regions that stay
// example: mailuo load PATH
CALL () {
  MATCH (region:Region) WHERE NOT region.id IN $p.ids
  DETACH DELETE region
}
CALL () {
  MATCH (:Region)-[edge:PART_OF|SUCCEEDED_BY]->(:Region)
  DELETE edge
}
