// purpose: Write how regions belong together: what each is part of, and what succeeded one that is no more.
// parameter: memberships LIST<MAP> — child, parent: ids
// parameter: successions LIST<MAP> — before, after: ids; year: the last one of the former
// example: mailuo load PATH
CALL () {
  UNWIND $p.memberships AS row
  MATCH (child:Region {id: row.child}), (parent:Region {id: row.parent})
  MERGE (child)-[:PART_OF]->(parent)
}
CALL () {
  UNWIND $p.successions AS row
  MATCH (before:Region {id: row.before}), (after:Region {id: row.after})
  MERGE (before)-[edge:SUCCEEDED_BY]->(after)
  SET edge.from = row.year
}
