// purpose: A picture of who answers for the measures of a document.
// parameter: document STRING — id of the document
// column: way PATH — from the document over a measure to a body that is responsible for it
// example: saved query duties -p document=苏政发〔2022〕71号
MATCH way = (:Document {id: $document})-[:HAS_PROVISION]->(:Measure)<-[:RESPONSIBLE_FOR]-(:Department)
RETURN way LIMIT 300
