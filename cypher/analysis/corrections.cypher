// purpose: What people corrected, who did, and whether it stands in the graph: the list that mailuo correct reads back.
// group: Documents
// cost: linear — in the number of corrections; anchored with $target
// parameter: target STRING? — only of this document, provision, fact, body or alignment (its id)
// column: target STRING — what is corrected: the id of a document, a provision, a fact, a body or an alignment
// column: field STRING — what of it
// column: value STRING — what it is now; null: nothing
// column: author STRING — who says so
// column: note STRING — from where
// column: made_at STRING — when, ISO 8601
// column: state STRING — applied; waiting: its document is not held; lost: its document has no such fact any more, or one of the two measures is gone
// example: mailuo query corrections
CALL () {
  WITH $target AS asked WHERE asked IS NOT NULL
  MATCH (said:Correction {target: asked})
  RETURN said
  UNION ALL
  WITH $target AS asked WHERE asked IS NULL
  MATCH (said:Correction)
  RETURN said
}
RETURN said.target AS target, said.field AS field, said.value AS value, said.author AS author, said.note AS note,
  said.made_at AS made_at,
  CASE
    WHEN said.kind = 'department' THEN 'applied'
    WHEN NOT EXISTS { (:Document)-[:FROM {read_as: said.document}]->(:Source) } THEN 'waiting'
    WHEN said.upper_document IS NOT NULL AND NOT EXISTS { (:Document)-[:FROM {read_as: said.upper_document}]->(:Source) }
      THEN 'waiting'
    WHEN said.applied THEN 'applied'
    ELSE 'lost'
  END AS state
ORDER BY target, field, value
