// purpose: Which measures have a word, through the full-text index: the candidates of an alignment.
// parameter: terms LIST<STRING> — words as tokens has them
// column: term STRING — the word
// column: measures LIST<STRING> — ids of the measures that have it
// example: mailuo load PATH
UNWIND $p.terms AS term
CALL (term) {
  CALL db.index.fulltext.queryNodes('provision_tokens', term) YIELD node
  WHERE node:Measure AND NOT coalesce(node.organisational, false)
  RETURN collect(node.id) AS measures
}
RETURN term, measures
