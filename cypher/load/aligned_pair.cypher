// purpose: Two provisions that a person says are aligned or not, with where their documents stand.
// parameter: lower STRING — id of the provision of the lower level
// parameter: upper STRING — id of the other provision
// column: measures BOOLEAN — whether both are measures
// column: documents LIST<MAP> — id, level, regions: of the lower document, then of the upper one
// example: mailuo correct TARGET aligned true
MATCH (lower:Provision {id: $p.lower})<-[:HAS_PROVISION]-(below:Document)
MATCH (upper:Provision {id: $p.upper})<-[:HAS_PROVISION]-(above:Document)
RETURN lower:Measure AND upper:Measure AS measures,
  [document IN [below, above] | {
    id: document.id, level: document.level,
    regions: COLLECT { MATCH (document)-[:APPLIES_TO]->(region:Region) RETURN region.id ORDER BY region.id }
  }] AS documents
