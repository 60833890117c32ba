// purpose: What people said of two measures, of those whose documents are held; marks which of them found both measures.
// column: lower_document STRING — id of the document of the lower level
// column: upper_document STRING — id of the document of the higher level
// column: lower STRING — id of its measure
// column: upper STRING — id of the other's measure
// column: aligned BOOLEAN — whether they are aligned
// example: mailuo correct TARGET aligned true
MATCH (said:Correction {kind: 'alignment'})
MATCH (below:Document)-[:FROM {read_as: said.document}]->(:Source)
MATCH (above:Document)-[:FROM {read_as: said.upper_document}]->(:Source)
WITH DISTINCT said, below, above, split(said.target, '~' + said.upper_document + '#') AS halves
WITH said, below, above, below.id + substring(halves[0], size(said.document)) AS lower, above.id + '#' + halves[1] AS upper
SET said.applied = EXISTS { (:Provision:Measure {id: lower}) } AND EXISTS { (:Provision:Measure {id: upper}) }
WITH * WHERE said.applied
RETURN below.id AS lower_document, above.id AS upper_document, lower, upper, said.value = 'true' AS aligned
ORDER BY lower, upper
