// purpose: Bodies that a typed name can mean: those that are called so first, else those whose names contain it.
// group: Bodies
// cost: linear — in the number of bodies
// parameter: name STRING — id, full name, short name or other name
// parameter: limit INTEGER? — at most so many (left out: 20)
// column: whole BOOLEAN — it is called so; else the name is only part of its name
// column: id STRING — body
// column: name STRING — full official name
// column: short_name STRING — usual short name
// column: level STRING — level of the body that commands it
// column: known BOOLEAN — the registry has it
// column: duties INTEGER — how many measures it answers for
// example: mailuo query department_named -p name=省政务办
MATCH (body:Department)
WITH body, [body.id, body.name, body.short_name] + coalesce(body.aliases, []) AS names
WHERE any(name IN names WHERE name CONTAINS $name)
// A body without a short name has a null among its names: what is not found there is null, not false.
WITH body, coalesce($name IN names, false) AS whole
RETURN whole, body.id AS id, body.name AS name, body.short_name AS short_name, body.level AS level,
  coalesce(body.known, false) AS known, COUNT { (body)-[:RESPONSIBLE_FOR]->() } AS duties
ORDER BY whole DESC, duties DESC, id
LIMIT coalesce($limit, 20)
