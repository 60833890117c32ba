// purpose: Alignments with the sentences that show them, for a person's verdict.
// parameter: facts LIST<MAP> — id, and the ids of both measures: lower, upper
// column: target STRING — id, as `mailuo correct` takes it
// column: document STRING — the document of the lower level
// column: path STRING — its measure
// column: page INTEGER — page of the file
// column: printed_page INTEGER — number printed on it
// column: quote STRING — the sentence of the lower measure
// column: context STRING — the lower measure
// column: reading STRING — the upper measure and its sentence, the basis, and the terms that both have
// example: mailuo audit alignment
UNWIND $p.facts AS row
MATCH (document:Document)-[:HAS_PROVISION]->(lower:Provision {id: row.lower})
MATCH (lower)-[fact:ALIGNED_WITH]->(upper:Provision {id: row.upper})
RETURN row.id AS target, document.id AS document, lower.path AS path, lower.page AS page,
  lower.printed_page AS printed_page,
  substring(lower.text, fact.lower_start - lower.start, fact.lower_end - fact.lower_start) AS quote,
  replace(lower.text, '\n', ' ') AS context,
  fact.basis + ' → ' + upper.id + ': ' +
    replace(substring(upper.text, fact.upper_start - upper.start, fact.upper_end - fact.upper_start), '\n', ' ') +
    reduce(said = '', term IN coalesce(fact.shared_terms, []) | said + ' [' + term + ']') AS reading
