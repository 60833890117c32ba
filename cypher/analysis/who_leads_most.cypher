// purpose: Which bodies lead most measures, and for how many they answer in another role.
// group: Bodies
// cost: linear — in the number of responsibilities
// parameter: level STRING? — only bodies of this level: ministry, province_dept …
// parameter: limit INTEGER? — at most so many (left out: 20)
// column: leads INTEGER — measures that it leads
// column: participates INTEGER — measures that it takes part in
// column: answers INTEGER — measures that it answers for without a printed lead
// column: documents INTEGER — documents that these stand in
// column: id STRING — body
// column: name STRING — full official name
// column: level STRING — level of the body that commands it
// example: mailuo query who_leads_most -p limit=5
MATCH (body:Department)-[duty:RESPONSIBLE_FOR]->(measure:Measure)<-[:HAS_PROVISION]-(document:Document)
WHERE $level IS NULL OR body.level = $level
WITH body, count(DISTINCT document) AS documents,
  count(DISTINCT CASE duty.role WHEN 'lead' THEN measure END) AS leads,
  count(DISTINCT CASE duty.role WHEN 'participant' THEN measure END) AS participates,
  count(DISTINCT CASE duty.role WHEN 'responsible' THEN measure END) AS answers
RETURN leads, participates, answers, documents, body.id AS id, body.name AS name, body.level AS level
ORDER BY leads DESC, answers DESC, participates DESC, id
LIMIT coalesce($limit, 20)
