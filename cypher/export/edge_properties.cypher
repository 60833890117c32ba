// purpose: Which properties relationships have, by type, and of which types their values are.
// column: kind STRING — a relationship's type, between :` and `
// column: property STRING — a property, null where it has none
// column: types LIST<STRING> — the types that its values have
// example: mailuo export --format csv --out DIR
CALL db.schema.relTypeProperties() YIELD relType, propertyName, propertyTypes
RETURN relType AS kind, propertyName AS property, propertyTypes AS types
