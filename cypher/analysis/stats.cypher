// purpose: What the graph holds: counts of everything, of documents by level, of citations by relation and by status.
// group: Documents
// cost: linear — in documents and citations; the totals are counts that Neo4j keeps
// column: group STRING — all, level, relation or status
// column: key STRING — what is counted
// column: count INTEGER — how many
// example: mailuo query stats
CALL () {
  UNWIND [
    ['documents', COUNT { MATCH (:Document) }],
    ['documents held', COUNT { MATCH (:Document {held: true}) }],
    ['documents wanted', COUNT { MATCH (:Document {held: false}) }],
    ['provisions', COUNT { MATCH (:Provision) }],
    ['measures', COUNT { MATCH (:Measure) }],
    ['citations', COUNT { MATCH (:Citation) }],
    ['responsibilities', COUNT { MATCH ()-[:RESPONSIBLE_FOR]->() }],
    ['deadlines', COUNT { MATCH (:Deadline) }],
    ['departments', COUNT { MATCH (:Department) }],
    ['regions named', COUNT { MATCH (named:Region) WHERE EXISTS { (named)<-[:NAMES]-() } }],
    ['alignments', COUNT { MATCH ()-[:ALIGNED_WITH]->() }],
    ['files', COUNT { MATCH (:Source) }]
  ] AS row
  RETURN 0 AS place, 'all' AS group, row[0] AS key, row[1] AS count
  UNION ALL
  MATCH (document:Document {held: true})
  RETURN 1 AS place, 'level' AS group, coalesce(document.level, 'unknown') AS key, count(*) AS count
  UNION ALL
  MATCH (citation:Citation)
  RETURN 2 AS place, 'relation' AS group, citation.relation AS key, count(*) AS count
  UNION ALL
  MATCH (citation:Citation)
  RETURN 3 AS place, 'status' AS group, citation.status AS key, count(*) AS count
}
WITH place, group, key, count
ORDER BY place, CASE place WHEN 0 THEN 0 ELSE -count END, CASE place WHEN 0 THEN '' ELSE key END
RETURN group, key, count
