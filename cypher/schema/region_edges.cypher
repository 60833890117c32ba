// purpose: Write how regions belong together: what each is part of, and what succeeded one that is no more; none of these edges stands.
// parameter: memberships LIST<MAP> — child, parent: ids
// parameter: successions LIST<MAP> — before, after: ids; year: the last one of the former
// example: mailuo load PATH
CALL () {
  UNWIND $p.memberships AS row
  MATCH (child:Region {id: row.child}), (parent:Region {id: row.parent})
  CREATE (child)-[:PART_OF]->(parent)
}
CALL () {
  UNWIND $p.successions AS row
  MATCH (before:Region {id: row.before}), (after:Region {id: row.after})
  CREATE (before)-[:SUCCEEDED_BY {from: row.year}]->(after)
}
