// purpose: Take a correction back.
// parameter: id STRING — the correction
// column: kind STRING — what its target is
// column: target STRING — its target
// column: document STRING — the id that the document of its target was read with, null for a body
// example: mailuo correct TARGET FIELD --undo
MATCH (said:Correction {id: $p.id})
WITH said, said.kind AS kind, said.target AS target, said.document AS document
DELETE said
RETURN kind, target, document
