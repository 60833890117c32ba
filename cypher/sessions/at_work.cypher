// purpose: How many transactions of others are open in this server: what a restart would end.
// column: others INTEGER — transactions beside this one
// example: graph.browser.start()
SHOW TRANSACTIONS YIELD transactionId, currentQuery, database
WHERE database <> 'system' AND NOT coalesce(currentQuery, '') STARTS WITH 'SHOW TRANSACTIONS'
RETURN count(*) AS others
