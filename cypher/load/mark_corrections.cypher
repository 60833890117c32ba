// purpose: Mark which corrections of a document found their target in it.
// parameter: id STRING — the id that the document was read with
// parameter: missing LIST<STRING> — the targets that it does not have
// example: mailuo load PATH
MATCH (said:Correction {document: $p.id})
WHERE said.kind <> 'alignment'
SET said.applied = NOT said.target IN $p.missing
