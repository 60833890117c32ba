// purpose: Take out what stands between two measures, whoever aligned them.
// parameter: lower STRING — id of the measure of the lower level
// parameter: upper STRING — id of the other measure
// example: mailuo correct TARGET aligned false
MATCH (:Provision {id: $p.lower})-[edge:ALIGNED_WITH|NEAREST_TO]->(:Provision {id: $p.upper})
DELETE edge
