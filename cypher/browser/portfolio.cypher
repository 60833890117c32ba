// purpose: A picture of one body: the measures that it answers for, with their documents and deadlines.
// parameter: department STRING — id of the body
// column: duty PATH — from the body over a measure to its document
// column: due PATH — from the measure to a deadline, null where it has none
// example: saved query portfolio -p department=江苏省政务服务管理办公室
MATCH duty = (:Department {id: $department})-[:RESPONSIBLE_FOR]->(measure:Measure)<-[:HAS_PROVISION]-(:Document)
OPTIONAL MATCH due = (measure)-[:DUE]->(:Deadline)
RETURN duty, due LIMIT 300
