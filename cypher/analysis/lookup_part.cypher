// purpose: Documents whose number or one of whose titles contains what was typed, for a person to choose from.
// group: Documents
// cost: linear — in the number of documents
// parameter: text STRING — what was typed, without spaces and marks
// parameter: folded STRING — the same as titles are folded
// parameter: number STRING — the same as numbers are folded
// parameter: words LIST<STRING> — the words of it, where spaces stood between them
// parameter: limit INTEGER? — at most so many (left out: 20)
// column: id STRING — document
// column: doc_number STRING — 发文字号
// column: title STRING — title
// column: held BOOLEAN — its text is held; else it is known only because others cite it
// example: mailuo query lookup_part -p text=政务服务 -p folded=政务服务 -p number=政务服务 -p words=政务服务
MATCH (document:Document)
WITH document, [document.title, document.issued_title] + coalesce(document.aliases, []) AS titles
WHERE any(title IN titles WHERE replace(title, ' ', '') CONTAINS $text)
  OR any(key IN document.title_keys WHERE replace(key, '|', '') CONTAINS $folded)
  OR document.number_key CONTAINS $number
  OR size($words) > 1 AND any(title IN titles WHERE all(word IN $words WHERE title CONTAINS word))
RETURN document.id AS id, document.doc_number AS doc_number, document.title AS title,
  coalesce(document.held, false) AS held
ORDER BY held DESC, document.cited_by DESC, id
LIMIT coalesce($limit, 20)
