// purpose: Which properties nodes have, by the labels that they bear together, and of which types.
// column: labels LIST<STRING> — labels of some nodes
// column: property STRING — a property of theirs, null where they have none
// column: types LIST<STRING> — the types that its values have
// column: mandatory BOOLEAN — whether all of these nodes have it
// example: mailuo export --format csv --out DIR
CALL db.schema.nodeTypeProperties() YIELD nodeLabels, propertyName, propertyTypes, mandatory
RETURN nodeLabels AS labels, propertyName AS property, propertyTypes AS types, mandatory
