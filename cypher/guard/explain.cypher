// purpose: Have a statement of a person's own planned without running it; the place is filled with its text.
// example: mailuo query --file own.cypher
EXPLAIN {{text}}
