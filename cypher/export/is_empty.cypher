// purpose: Whether a database has nothing but what setting it up writes.
// column: empty BOOLEAN — no node but regions, the model's version and the lock
// example: mailuo import DIR
RETURN NOT EXISTS { MATCH (node) WHERE NOT node:Region AND NOT node:Meta AND NOT node:Lock } AS empty
