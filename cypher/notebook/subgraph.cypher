// purpose: The nodes that an answer names, and every relationship between two of them: a picture of the answer.
// parameter: ids LIST<STRING> — ids of documents, provisions, citations, deadlines, bodies and regions
// column: node NODE — one of them
// column: edges LIST<RELATIONSHIP> — its relationships to others of them
// example: graph.notebook.ask('trace', document='苏政发〔2022〕71号').subgraph
CALL () {
  MATCH (node:Document) WHERE node.id IN $ids RETURN node
  UNION
  MATCH (node:Provision) WHERE node.id IN $ids RETURN node
  UNION
  MATCH (node:Citation) WHERE node.id IN $ids RETURN node
  UNION
  MATCH (node:Deadline) WHERE node.id IN $ids RETURN node
  UNION
  MATCH (node:Department) WHERE node.id IN $ids RETURN node
  UNION
  MATCH (node:Region) WHERE node.id IN $ids RETURN node
}
RETURN node, COLLECT { MATCH (node)-[edge]->(other) WHERE other.id IN $ids RETURN edge } AS edges
