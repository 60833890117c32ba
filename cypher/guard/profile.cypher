// purpose: Run a statement of a person's own and have its plan counted; the place is filled with its text.
// example: mailuo query --file own.cypher
PROFILE {{text}}
