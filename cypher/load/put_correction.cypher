// purpose: Keep what a person corrected.
// parameter: properties MAP — id, target, kind, document, field, value, author, note, made_at
// example: mailuo correct TARGET FIELD VALUE
MERGE (said:Correction {id: $p.properties.id})
SET said = $p.properties
