// purpose: Take out bodies that nothing names any more.
// parameter: ids LIST<STRING> — their ids
// example: mailuo unload REF
UNWIND $p.ids AS id
MATCH (body:Department {id: id})
DETACH DELETE body
