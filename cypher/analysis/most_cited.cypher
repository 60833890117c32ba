// purpose: Which documents are cited by most others, held or not.
// group: Citations
// cost: linear — in the number of citations
// parameter: relation STRING? — only citations of this relation, such as based_on
// parameter: limit INTEGER? — at most so many (left out: 20)
// column: documents INTEGER — how many documents cite it
// column: citations INTEGER — how many citations these make
// column: id STRING — document
// column: doc_number STRING — 发文字号
// column: title STRING — title
// column: level STRING — level
// column: held BOOLEAN — its text is held
// example: mailuo query most_cited -p limit=5
MATCH (cited:Document)<-[:TARGETS]-(citation:Citation)<-[:MAKES]-(:Provision)<-[:HAS_PROVISION]-(by:Document)
WHERE $relation IS NULL OR citation.relation = $relation
RETURN count(DISTINCT by) AS documents, count(DISTINCT citation) AS citations, cited.id AS id,
  cited.doc_number AS doc_number, cited.title AS title, cited.level AS level, coalesce(cited.held, false) AS held
ORDER BY documents DESC, citations DESC, id
LIMIT coalesce($limit, 20)
