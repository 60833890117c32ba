// purpose: Every node that the digest of a graph covers.
// column: labels LIST<STRING> — its labels
// column: properties MAP — its properties
// example: mailuo stats
MATCH (node)
WHERE NOT node:Source AND NOT node:Lock AND NOT node:Meta
RETURN labels(node) AS labels, properties(node) AS properties
