// purpose: Which regions the provisions name, those in most provisions first.
// group: Measures and regions
// cost: linear — in the number of regions named
// parameter: level STRING? — only regions of this level: province, city, county
// parameter: limit INTEGER? — at most so many (left out: 50)
// column: provisions INTEGER — provisions that name it
// column: documents INTEGER — documents that these stand in
// column: id STRING — GB/T 2260 code, or the name of a macro-region
// column: name STRING — name
// column: level STRING — level, null of a macro-region
// column: parent STRING — region that it is part of
// example: mailuo query regions_named -p limit=5
MATCH (document:Document)-[:HAS_PROVISION]->(provision:Provision)-[:NAMES]->(region:Region)
WHERE $level IS NULL OR region.level = $level
WITH region, count(DISTINCT provision) AS provisions, count(DISTINCT document) AS documents
RETURN provisions, documents, region.id AS id, region.name AS name, region.level AS level,
  COLLECT {
    MATCH (region)-[:PART_OF]->(parent:Region) RETURN parent.name ORDER BY parent:MacroRegion, parent.id LIMIT 1
  }[0] AS parent
ORDER BY provisions DESC, documents DESC, id
LIMIT coalesce($limit, 50)
