// purpose: End the transactions that bear a mark; what it ended before and Neo4j still computes is listed again.
// parameter: mark STRING — the mark of a statement that was given up
// column: id STRING — a transaction that had not ended yet
// example: mailuo query --file own.cypher --timeout 5
SHOW TRANSACTIONS YIELD transactionId AS id, metaData
WHERE metaData.mailuo = $mark
TERMINATE TRANSACTIONS id YIELD transactionId
RETURN transactionId AS id
