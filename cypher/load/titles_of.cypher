// purpose: All titles of a held document.
// parameter: id STRING — document
// column: titles LIST<STRING> — title, issued title, aliases
// example: mailuo correct TARGET doc_number VALUE
MATCH (document:Document {id: $p.id, held: true})
RETURN [title IN [document.title, document.issued_title] + document.aliases WHERE title IS NOT NULL] AS titles
