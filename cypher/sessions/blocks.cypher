// purpose: The rows of a named statement ({{statement}}, with its columns in their order) as lists of up to 1,000 rows: each record has a cost of its own in Neo4j and in the driver, more than most rows have.
// column: block LIST<LIST<ANY>> — rows, each the list of its values
// example: graph.ask.rows_of()
CALL () {
{{statement}}
}
WITH collect([{{columns}}]) AS rows
UNWIND range(0, size(rows) - 1, 1000) AS first
RETURN rows[first..first + 1000] AS block
