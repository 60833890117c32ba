// purpose: Every relationship that the digest of a graph covers.
// column: kind STRING — its type
// column: start_labels LIST<STRING> — labels of the node it comes from
// column: start STRING — id of that node
// column: end_labels LIST<STRING> — labels of the node it goes to
// column: end STRING — id of that node
// column: properties MAP — its properties
// example: mailuo stats
MATCH (start)-[edge]->(end)
WHERE NOT edge:FROM
RETURN type(edge) AS kind, labels(start) AS start_labels, start.id AS start, labels(end) AS end_labels, end.id AS end,
  properties(edge) AS properties
