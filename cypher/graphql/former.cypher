// purpose: The id that a document has now, given one that it had before.
// parameter: id STRING — the former id
// column: value STRING — the id, null where none is known
RETURN COLLECT {
  MATCH (document:Document)
  WHERE $id IN document.former_ids
  RETURN document.id ORDER BY document.id LIMIT 1
}[0] AS value
