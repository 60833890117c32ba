// purpose: What linking needs of the documents that are held, and what stands of its own work on them.
// column: id STRING — the document's id
// column: number_key STRING — key of its number; null without one
// column: title_keys LIST<STRING> — issuers and rest of its titles, with a bar between them
// column: issuer_keys LIST<STRING> — keys of each issuer's names, with bars between them
// column: issued_on DATE — null when not printed
// column: sample BOOLEAN — whether it is a sample
// column: cited_by INTEGER — citations that target it
// column: former_ids LIST<STRING> — ids that it would have as a stub, or was read with
// column: read_as LIST<STRING> — ids that its copies were read with, where a correction moved them
// column: regions LIST<STRING> — regions that it applies to
// example: mailuo load PATH
MATCH (document:Document {held: true})
RETURN document.id AS id, document.number_key AS number_key, coalesce(document.title_keys, []) AS title_keys,
  coalesce(document.issuer_keys, []) AS issuer_keys, document.issued_on AS issued_on, coalesce(document.sample, false) AS sample,
  document.cited_by AS cited_by, document.former_ids AS former_ids,
  COLLECT {
    MATCH (document)-[copy:FROM]->(:Source) WHERE copy.read_as <> document.id RETURN DISTINCT copy.read_as
  } AS read_as,
  COLLECT { MATCH (document)-[:APPLIES_TO]->(region:Region) RETURN region.id } AS regions
