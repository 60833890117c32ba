// purpose: Take out documents that are not held and that no citation means any more.
// parameter: ids LIST<STRING> — their ids
// example: mailuo load PATH
UNWIND $p.ids AS id
MATCH (document:Document {id: id, held: false})
DETACH DELETE document
