// purpose: A picture of where a document cites others: the provision, the citation with its cue, and what it means.
// parameter: document STRING — id of the document
// column: way PATH — from the document over a provision and a citation to the cited document
// example: saved query citations -p document=苏政发〔2022〕71号
MATCH way = (:Document {id: $document})-[:HAS_PROVISION]->(:Provision)-[:MAKES]->(:Citation)
  -[:TARGETS|CANDIDATE]->(:Document)
RETURN way LIMIT 300
