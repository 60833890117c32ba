// purpose: What aligning needs of the documents that are held: where they stand, what they cite, and the mark of what their measures were aligned by.
// column: id STRING — the document's id
// column: level STRING — its level
// column: issued_on DATE — null when not printed
// column: regions LIST<STRING> — regions that it applies to
// column: cites LIST<STRING> — type and id of the held documents that it cites, as relations between documents
// column: aligned STRING — the mark; null where its measures were not aligned since they were written
// example: mailuo load PATH
MATCH (document:Document {held: true})
WHERE document.level IS NOT NULL
RETURN document.id AS id, document.level AS level, document.issued_on AS issued_on, document.aligned AS aligned,
  COLLECT { MATCH (document)-[:APPLIES_TO]->(region:Region) RETURN region.id ORDER BY region.id } AS regions,
  COLLECT {
    MATCH (document)-[edge:IMPLEMENTS|BASED_ON|FORWARDS|EXTENDS|REFERS_TO]->(cited:Document {held: true})
    RETURN type(edge) + ' ' + cited.id AS cites ORDER BY cites
  } AS cites
