// purpose: The head of one document: number, title, issuers, dates, validity as printed, and what hangs on it.
// group: Documents
// cost: anchored — by index from $document
// parameter: document STRING — id of the document
// column: id STRING — id
// column: doc_number STRING — 发文字号
// column: title STRING — title
// column: issued_title STRING — title of the text that a 印发 notice carries
// column: kind STRING — 文种
// column: issued_kind STRING — genre of the text that it carries
// column: level STRING — level of its issuers
// column: issuers LIST<STRING> — 发文机关 in the order of the signature
// column: region STRING — jurisdiction of its issuers
// column: issued_on DATE — 成文日期
// column: year INTEGER — year of that date, else of the number
// column: effective_on DATE — first day in force, where it is printed
// column: expires_on DATE — last day in force, where it is printed
// column: addressees STRING — 主送机关
// column: attachments LIST<STRING> — titles of its attachments
// column: aliases LIST<STRING> — other titles that it goes by
// column: held BOOLEAN — its text is held; else it is known only because others cite it
// column: sample BOOLEAN — it is from the sample corpus, not an official text
// column: inferred LIST<STRING> — what is inferred from number or title, of a document that is not held
// column: provisions INTEGER — how many provisions it has
// column: measures INTEGER — how many of them are measures
// column: cites INTEGER — how many citations it makes
// column: cited_by INTEGER — how many documents cite it
// column: files LIST<STRING> — files that it was read from
// example: mailuo query document -p document=苏政发〔2022〕71号
MATCH (document:Document {id: $document})
RETURN document.id AS id, document.doc_number AS doc_number, document.title AS title,
  document.issued_title AS issued_title, document.kind AS kind, document.issued_kind AS issued_kind,
  document.level AS level,
  COLLECT { MATCH (document)-[place:ISSUED_BY]->(issuer) RETURN issuer.name ORDER BY place.position, issuer.id } AS issuers,
  COLLECT { MATCH (document)-[:APPLIES_TO]->(region) RETURN region.name ORDER BY region.id LIMIT 1 }[0] AS region,
  document.issued_on AS issued_on, document.year AS year, document.effective_on AS effective_on,
  document.expires_on AS expires_on, document.addressees AS addressees,
  coalesce(document.attachments, []) AS attachments, coalesce(document.aliases, []) AS aliases,
  coalesce(document.held, false) AS held, coalesce(document.sample, false) AS sample,
  coalesce(document.inferred, []) AS inferred,
  COUNT { (document)-[:HAS_PROVISION]->() } AS provisions,
  COUNT { (document)-[:HAS_PROVISION]->(:Measure) } AS measures,
  COUNT { (document)-[:HAS_PROVISION]->()-[:MAKES]->() } AS cites,
  COUNT {
    MATCH (document)<-[:TARGETS]-()<-[:MAKES]-()<-[:HAS_PROVISION]-(by) RETURN DISTINCT by
  } AS cited_by,
  COLLECT { MATCH (document)-[:FROM]->(source) RETURN source.file ORDER BY source.file } AS files
