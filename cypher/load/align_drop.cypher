// purpose: Take out what was aligned automatically with the measures of documents; what a person aligned stays.
// parameter: documents LIST<STRING> — ids of documents
// example: mailuo load PATH
UNWIND $p.documents AS id
MATCH (:Document {id: id})-[:HAS_PROVISION]->(:Measure)-[edge:ALIGNED_WITH|NEAREST_TO]-()
WHERE edge.origin <> 'manual'
WITH DISTINCT edge
DELETE edge
