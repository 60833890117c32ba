// purpose: Say that a database was never set up: it has nothing of an import that failed.
// example: mailuo import DIR
MATCH (model:Meta {id: 'model'})
DELETE model
