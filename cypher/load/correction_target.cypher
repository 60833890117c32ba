// purpose: What an id that a person corrects is, and the document that it is of.
// parameter: id STRING — the id of a document, a provision, a fact or a body
// parameter: provision STRING — the provision of a fact that is an edge, else empty
// column: kind STRING — document, provision, citation, responsibility, deadline, mention or department
// column: document STRING — the held document's id; null for a body, and where only an earlier correction knows the id
// column: read_as STRING — the id that it was read with
// example: mailuo correct TARGET FIELD VALUE
CALL () {
  MATCH (document:Document {id: $p.id, held: true})
  RETURN 'document' AS kind, document, coalesce(document.read_as, document.id) AS read_as
  UNION
  MATCH (document:Document)-[:HAS_PROVISION]->(:Provision {id: $p.id})
  RETURN 'provision' AS kind, document, coalesce(document.read_as, document.id) AS read_as
  UNION
  MATCH (document:Document)-[:HAS_PROVISION]->(:Provision)-[:MAKES]->(:Citation {id: $p.id})
  RETURN 'citation' AS kind, document, coalesce(document.read_as, document.id) AS read_as
  UNION
  MATCH (document:Document)-[:HAS_PROVISION]->(:Provision)-[:DUE]->(:Deadline {id: $p.id})
  RETURN 'deadline' AS kind, document, coalesce(document.read_as, document.id) AS read_as
  UNION
  MATCH (document:Document)-[:HAS_PROVISION]->(:Provision {id: $p.provision})<-[:RESPONSIBLE_FOR {id: $p.id}]-()
  RETURN 'responsibility' AS kind, document, coalesce(document.read_as, document.id) AS read_as
  UNION
  MATCH (document:Document)-[:HAS_PROVISION]->(:Provision {id: $p.provision})-[:NAMES {id: $p.id}]->()
  RETURN 'mention' AS kind, document, coalesce(document.read_as, document.id) AS read_as
  UNION
  MATCH (:Department {id: $p.id})
  RETURN 'department' AS kind, null AS document, null AS read_as
  UNION
  MATCH (said:Correction {target: $p.id})
  RETURN said.kind AS kind, null AS document, said.document AS read_as
}
RETURN kind, document.id AS document, read_as
ORDER BY document IS NULL
LIMIT 1
