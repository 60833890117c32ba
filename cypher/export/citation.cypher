// purpose: A page of Citation nodes in the order of their keys, each followed by the relationships that leave it; the key's index gives the order, so that nothing is sorted.
// parameter: after STRING — the key that the page before ended with, an empty text for the first page
// parameter: page INTEGER — how many nodes it has
// column: id STRING — the node's key
// column: labels LIST<STRING> — its labels
// column: properties MAP — those of the node, or of the relationship
// column: kind STRING — the relationship's type, null for the node itself
// column: end_labels LIST<STRING> — labels of the node that the relationship goes to
// column: end STRING — key of that node
// example: mailuo export --format csv --out DIR
MATCH (node:Citation)
WHERE node.id > $p.after
WITH node ORDER BY node.id LIMIT $p.page
CALL (node) {
  RETURN properties(node) AS properties, null AS kind, null AS end_labels, null AS end
  UNION ALL
  MATCH (node)-[edge]->(other)
  RETURN properties(edge) AS properties, type(edge) AS kind, labels(other) AS end_labels,
    coalesce(other.id, other.uri) AS end
}
RETURN node.id AS id, labels(node) AS labels, properties, kind, end_labels, end
