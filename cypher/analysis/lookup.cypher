// purpose: Documents that a typed reference can name in whole: by id, former id, folded number or folded title.
// group: Documents
// cost: linear — in the number of documents where a title is typed or nothing else is found; ids and numbers by index
// parameter: ids LIST<STRING> — what was typed, and its number as the house writes it
// parameter: number_key STRING? — folded number
// parameter: issuers STRING? — folded issuers of the title, empty where none were typed
// parameter: rest STRING? — folded rest of the title
// column: id STRING — document
// column: doc_number STRING — 发文字号
// column: title STRING — title
// column: held BOOLEAN — its text is held; else it is known only because others cite it
// column: number_key STRING — folded number, null where it has none
// column: title_keys LIST<STRING> — folded titles, issuers and rest with | between them
// column: by STRING — id, former_id, number or title
// example: mailuo query lookup -p ids=国发〔2022〕5号
WITH COLLECT {
  MATCH (document:Document) WHERE document.id IN $ids
  RETURN {document: document, by: 'id'}
} + COLLECT {
  MATCH (document:Document {number_key: $number_key})
  RETURN {document: document, by: 'number'}
} AS direct
// Former ids and titles have no index: they are looked through only where they count.
CALL (direct) {
  UNWIND direct AS one
  RETURN one.document AS document, one.by AS by
  UNION
  // Not a condition of a WITH: Neo4j would go through every document before it looks at that.
  UNWIND CASE WHEN size(direct) = 0 THEN [1] ELSE [] END AS nothing
  MATCH (document:Document) WHERE any(id IN $ids WHERE id IN document.former_ids)
  RETURN document, 'former_id' AS by
  UNION
  WITH $rest AS rest WHERE rest IS NOT NULL
  MATCH (document:Document)
  WHERE any(key IN document.title_keys WHERE split(key, '|')[1] = rest
    AND ($issuers = '' OR split(key, '|')[0] IN ['', $issuers]))
  RETURN document, 'title' AS by
}
RETURN document.id AS id, document.doc_number AS doc_number, document.title AS title,
  coalesce(document.held, false) AS held, document.number_key AS number_key,
  coalesce(document.title_keys, []) AS title_keys, by
ORDER BY held DESC, document.cited_by DESC, id, by
