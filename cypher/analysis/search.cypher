// purpose: Full text over words: documents by title, number and text, provisions by heading and text, bodies and regions by name, best first; texts before names.
// group: Documents
// cost: linear — in what the words hit, through the full-text indexes; the best 1,000 of each kind are kept
// parameter: query STRING — words in Lucene's syntax, as tokens: +政务服务 +便利化
// parameter: types LIST<STRING>? — only these: document, measure, section, department, region (left out: all)
// parameter: level STRING? — only documents of this level, and their provisions
// parameter: year INTEGER? — only documents of this year, and their provisions
// parameter: limit INTEGER? — at most so many (left out: 20)
// column: score FLOAT — Lucene's score: higher is better
// column: kind STRING — document, measure, section, department, region
// column: id STRING — of the node found
// column: document_id STRING — the document that it is or stands in
// column: doc_number STRING — 发文字号 of that document
// column: title STRING — title of that document, or name of the body or region
// column: path STRING — number of the provision
// column: heading STRING — heading of the provision
// column: text STRING — text of the document or provision
// column: page INTEGER — page of the file
// column: printed_page INTEGER — number printed on that page, where it is known
// example: mailuo query search -p query=政务服务 -p types=measure
UNWIND ['document', 'provision', 'department', 'region'] AS index
WITH index WHERE $types IS NULL OR index IN $types OR index = 'provision' AND any(t IN $types WHERE t IN ['measure', 'section'])
CALL (index) {
  CALL db.index.fulltext.queryNodes(index + '_tokens', $query) YIELD node, score
  OPTIONAL MATCH (holder:Document)-[:HAS_PROVISION]->(node)
  WITH node, score, CASE WHEN node:Document THEN node ELSE holder END AS document, CASE
    WHEN node:Document THEN 'document'
    WHEN node:Measure THEN 'measure'
    WHEN node:Provision THEN 'section'
    WHEN node:Department THEN 'department'
    ELSE 'region'
  END AS kind
  WHERE ($types IS NULL OR kind IN $types)
    AND ($level IS NULL OR document.level = $level)
    AND ($year IS NULL OR document.year = $year)
  RETURN node, score, document, kind
  ORDER BY score DESC, node.id
  LIMIT 1000
}
RETURN score, kind, node.id AS id, document.id AS document_id, document.doc_number AS doc_number,
  coalesce(document.title, node.name) AS title, node.path AS path, node.heading AS heading,
  node.text AS text, node.page AS page, node.printed_page AS printed_page
ORDER BY kind IN ['department', 'region'], score DESC, id
LIMIT coalesce($limit, 20)
