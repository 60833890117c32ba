// purpose: How documents of one level cite those of another: citations a relation.
// group: Citations
// cost: linear — in the number of citations
// column: citing_level STRING — level of the citing document
// column: relation STRING — implements, based_on, forwards, extends, amends, repeals, refers
// column: cited_level STRING — level of the cited document, null where it is not known
// column: citations INTEGER — how many citations
// column: documents INTEGER — how many documents make them
// example: mailuo query citations_by_relation
MATCH (by:Document)-[:HAS_PROVISION]->(:Provision)-[:MAKES]->(citation:Citation)-[:TARGETS]->(cited:Document)
RETURN by.level AS citing_level, citation.relation AS relation, cited.level AS cited_level,
  count(*) AS citations, count(DISTINCT by) AS documents
ORDER BY citations DESC, citing_level, relation, cited_level
