// purpose: Which documents say that they carry out which others, in which words and on which page; those whose preamble says so first.
// group: Citations
// cost: linear — in the number of citations
// parameter: level STRING? — only documents of this level: province, province_dept …
// parameter: limit INTEGER? — at most so many (left out: 100)
// column: lower_id STRING — the document that carries out
// column: lower_title STRING — its title
// column: days INTEGER — from the date of what is carried out to its own, null where either is not known
// column: upper_id STRING — the document that is carried out
// column: upper_title STRING — its title
// column: upper_held BOOLEAN — its text is held
// column: preamble BOOLEAN — the preamble says so
// column: cue STRING — the words that say so
// column: quote STRING — the citation as printed
// column: sentence STRING — the sentence that it stands in
// column: path STRING — the provision that it stands in
// column: page INTEGER — page of the file
// column: printed_page INTEGER — number printed on that page, where it is known
// example: mailuo query carries_out -p level=province
MATCH (lower:Document)-[:HAS_PROVISION]->(provision:Provision)-[:MAKES]->(made:Citation {relation: 'implements'})
  -[:TARGETS]->(upper:Document)
WHERE $level IS NULL OR lower.level = $level
RETURN lower.id AS lower_id, lower.title AS lower_title,
  duration.inDays(upper.issued_on, lower.issued_on).days AS days, upper.id AS upper_id, upper.title AS upper_title,
  coalesce(upper.held, false) AS upper_held, provision.path = 'preamble' AS preamble, made.cue AS cue,
  made.quote AS quote,
  last(split(substring(provision.text, 0, made.start - provision.start), '。'))
    + head(split(substring(provision.text, made.start - provision.start), '。')) AS sentence,
  provision.path AS path, made.page AS page, made.printed_page AS printed_page
ORDER BY preamble DESC, upper_held DESC, lower_id, provision.position, made.start
LIMIT coalesce($limit, 100)
