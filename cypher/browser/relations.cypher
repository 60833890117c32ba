// purpose: A picture of the documents around one: what it carries out, cites or changes, and what does so to it, up to three steps.
// parameter: document STRING — id of the document
// column: way PATH — relations that lead from it to another document
// example: saved query relations -p document=苏政发〔2022〕71号
MATCH way = (:Document {id: $document})
  -[:IMPLEMENTS|BASED_ON|FORWARDS|EXTENDS|AMENDS|REPEALS|REFERS_TO*0..3]-(:Document)
RETURN way LIMIT 300
