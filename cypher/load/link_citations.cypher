// purpose: Every citation with its keys, and what it is linked to.
// column: id STRING — the citation's id
// column: citing STRING — id of the document that it stands in
// column: number_key STRING — key of the printed number; null without one
// column: title_key STRING — issuers and rest of the printed title, with a bar between them; null without one
// column: number STRING — the number as it is shown
// column: title STRING — the title as it is shown
// column: relation STRING — what the citing document does with the cited one
// column: confidence FLOAT — how sure the rule is, 0 to 1
// column: preamble BOOLEAN — whether it stands in front of the first numbered unit
// column: status STRING — resolved, wanted or ambiguous; null when it is not linked yet
// column: targets LIST<STRING> — ids of the documents that it targets
// column: candidates LIST<STRING> — ids of the documents that it may mean
// example: mailuo load PATH
MATCH (document:Document {held: true})-[:HAS_PROVISION]->(provision:Provision)-[:MAKES]->(citation:Citation)
RETURN citation.id AS id, document.id AS citing, citation.number_key AS number_key, citation.title_key AS title_key,
  citation.number AS number, citation.title AS title, citation.relation AS relation,
  citation.confidence AS confidence, provision.path = 'preamble' AS preamble, citation.status AS status,
  COLLECT { MATCH (citation)-[:TARGETS]->(cited:Document) RETURN cited.id } AS targets,
  COLLECT { MATCH (citation)-[:CANDIDATE]->(cited:Document) RETURN cited.id } AS candidates
