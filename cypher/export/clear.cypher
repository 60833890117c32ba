// purpose: Take out every node but the model's version and the lock, a few thousand at a time.
// example: mailuo import DIR
MATCH (node) WHERE NOT node:Meta AND NOT node:Lock
CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 2000 ROWS
