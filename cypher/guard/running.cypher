// purpose: Whether a statement that was given up is still computed: the transactions that bear its mark.
// parameter: mark STRING — the mark
// column: id STRING — a transaction
// example: mailuo query --file own.cypher --timeout 5
SHOW TRANSACTIONS YIELD transactionId, metaData
WHERE metaData.mailuo = $mark
RETURN transactionId AS id
