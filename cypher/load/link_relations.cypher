// purpose: The relationships between documents that are derived from citations, as they stand.
// column: citing STRING — id of the newer document
// column: cited STRING — id of the older document
// column: type STRING — the relationship's type
// column: citations INTEGER — how many citations say it
// column: preamble BOOLEAN — whether one of them stands in the preamble
// column: confidence FLOAT — of the surest of them
// example: mailuo load PATH
MATCH (citing:Document)-[edge:IMPLEMENTS|BASED_ON|FORWARDS|EXTENDS|AMENDS|REPEALS|REFERS_TO]->(cited:Document)
RETURN citing.id AS citing, cited.id AS cited, type(edge) AS type, edge.citations AS citations,
  edge.preamble AS preamble, edge.confidence AS confidence
