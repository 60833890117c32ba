// purpose: Take out what was aligned automatically with the measures of documents; what a person aligned stays.
// parameter: documents LIST<STRING> — ids of documents
// parameter: said LIST<LIST<STRING>> — lower and upper measures that corrections are of, which are written anew
// example: mailuo load PATH
UNWIND $p.documents AS id
MATCH (:Document {id: id})-[:HAS_PROVISION]->(:Measure)-[edge:ALIGNED_WITH|NEAREST_TO]-()
WHERE edge.origin <> 'manual' OR [startNode(edge).id, endNode(edge).id] IN $p.said
WITH DISTINCT edge
DELETE edge
