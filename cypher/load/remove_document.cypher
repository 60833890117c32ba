// purpose: Take out a document that was cleared, with every edge that others have to it.
// parameter: id STRING — the document's id
// example: mailuo unload REF
MATCH (document:Document {id: $p.id})
DETACH DELETE document
