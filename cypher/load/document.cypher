// purpose: Write a held document; what linking knows of it (cited_by, former_ids) stays.
// parameter: id STRING — the document's id
// parameter: properties MAP — all others; null takes one away
// example: mailuo load PATH
MERGE (document:Document {id: $p.id})
SET document += $p.properties
