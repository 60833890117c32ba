// purpose: What people corrected of a document, and the names of bodies that they said to be those of others.
// parameter: id STRING — the id that the document was read with
// column: corrections LIST<MAP> — target, field, value, author, note, made_at
// column: aliases LIST<MAP> — department: id; name
// example: mailuo load PATH
RETURN COLLECT {
    MATCH (said:Correction {document: $p.id})
    WHERE said.kind <> 'alignment'
    RETURN {
      target: said.target, field: said.field, value: said.value, author: said.author, note: said.note,
      made_at: said.made_at
    } ORDER BY said.id
  } AS corrections,
  COLLECT {
    MATCH (said:Correction {kind: 'department'})
    RETURN {department: said.target, name: said.value} ORDER BY said.id
  } AS aliases
