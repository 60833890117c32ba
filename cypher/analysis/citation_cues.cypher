// purpose: Which words decided each relation, and how often: to check the rules by.
// group: Citations
// cost: linear — in the number of citations
// parameter: relation STRING? — only this relation
// column: relation STRING — relation
// column: cue STRING — the words that decided it, null where none did
// column: rule STRING — the rule that read it
// column: citations INTEGER — how many citations
// column: quote STRING — one of them as printed
// column: document_id STRING — where that one stands
// example: mailuo query citation_cues -p relation=implements
MATCH (document:Document)-[:HAS_PROVISION]->(:Provision)-[:MAKES]->(citation:Citation)
WHERE $relation IS NULL OR citation.relation = $relation
WITH document, citation ORDER BY citation.id
WITH citation.relation AS relation, citation.cue AS cue, citation.rule AS rule, count(*) AS citations,
  head(collect([citation.quote, document.id])) AS first
RETURN relation, cue, rule, citations, first[0] AS quote, first[1] AS document_id
ORDER BY relation, citations DESC, cue, rule
