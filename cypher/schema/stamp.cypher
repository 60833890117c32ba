// purpose: Keep the model version with the graph, so that another mailuo knows whether it can work on it.
// parameter: version INTEGER — version of the graph model
// parameter: setup STRING — digest of the schema's statements and of the regions' registry
// example: mailuo load PATH
MERGE (model:Meta {id: 'model'})
SET model.version = $p.version, model.setup = $p.setup
