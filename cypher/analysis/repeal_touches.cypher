// purpose: What a repeal of one document touches: every citation by which other documents rest on it, and whether they came before or after it was repealed.
// group: Citations
// cost: anchored — by index from $document
// parameter: document STRING — id of the document that is repealed, or is going to be
// column: by_id STRING — the document that rests on it
// column: by_title STRING — its title
// column: by_level STRING — its level
// column: by_on DATE — its date
// column: relation STRING — implements, based_on, forwards, extends, amends or refers
// column: article STRING — the article that it cites, where it names one
// column: path STRING — the provision that it stands in
// column: cue STRING — the words that decide the relation
// column: quote STRING — the citation as printed
// column: page INTEGER — page of the file
// column: printed_page INTEGER — number printed on that page, where it is known
// column: repealed_on DATE — since when the whole document is repealed: first day in force of the repeal, else its date; null where nothing held repeals it
// column: repealed_by STRING — id of the document that repeals it
// column: later BOOLEAN — it cites it although it is not older than the repeal; null where either date is not known
// example: mailuo query repeal_touches -p document=国发〔2022〕5号
MATCH (document:Document {id: $document})
WITH document, COLLECT {
  MATCH (document)<-[:TARGETS]-(repeal:Citation {relation: 'repeals'})<-[:MAKES]-()<-[:HAS_PROVISION]-(by:Document)
  // Where one article alone is repealed, the document stays.
  WHERE repeal.article IS NULL
  RETURN {id: by.id, day: coalesce(by.effective_on, by.issued_on)}
  ORDER BY coalesce(by.effective_on, by.issued_on), by.id LIMIT 1
}[0] AS repeal
MATCH (document)<-[:TARGETS]-(citation:Citation)<-[:MAKES]-(provision:Provision)<-[:HAS_PROVISION]-(by:Document)
WHERE citation.relation <> 'repeals' AND by <> document
RETURN by.id AS by_id, by.title AS by_title, by.level AS by_level, by.issued_on AS by_on,
  citation.relation AS relation, citation.article AS article, provision.path AS path, citation.cue AS cue,
  citation.quote AS quote, citation.page AS page, citation.printed_page AS printed_page,
  repeal.day AS repealed_on, repeal.id AS repealed_by, by.issued_on >= repeal.day AS later
ORDER BY by_on, by_id, provision.position, citation.start
