// purpose: Which model the graph was written by, and which schema and regions it was set up with; no row in an empty database.
// column: version INTEGER — version of the graph model
// column: setup STRING — digest of the schema's statements and of the regions' registry
// example: mailuo query model
MATCH (model:Meta {id: 'model'})
RETURN model.version AS version, model.setup AS setup
