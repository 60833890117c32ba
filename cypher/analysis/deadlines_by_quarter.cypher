// purpose: How many deadlines end in each quarter, and in how many documents.
// group: Deadlines
// cost: linear — in the number of deadlines; anchored with $department
// parameter: department STRING? — id of a body: only measures that it answers for
// column: year INTEGER — year
// column: quarter INTEGER — quarter, 1 to 4
// column: deadlines INTEGER — how many end in it
// column: documents INTEGER — documents that they stand in
// example: mailuo query deadlines_by_quarter
CALL () {
  WITH $department AS asked WHERE asked IS NOT NULL
  MATCH (:Department {id: asked})-[:RESPONSIBLE_FOR]->(provision:Provision)
  RETURN DISTINCT provision
  UNION ALL
  WITH $department AS asked WHERE asked IS NULL
  MATCH (provision:Provision)-[:DUE]->()
  RETURN DISTINCT provision
}
MATCH (due:Deadline)<-[:DUE]-(provision)<-[:HAS_PROVISION]-(document:Document)
WHERE due.ends_on IS NOT NULL
RETURN due.ends_on.year AS year, due.ends_on.quarter AS quarter, count(DISTINCT due) AS deadlines,
  count(DISTINCT document) AS documents
ORDER BY year, quarter
