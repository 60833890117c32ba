// purpose: What is known of a document before a copy of it comes: its copies, and what forbids the new one.
// parameter: id STRING — the document's id
// parameter: uri STRING — the file that the new copy comes from
// parameter: sha256 STRING — that file's content
// parameter: sample BOOLEAN — whether the new copy is a sample
// column: current BOOLEAN — whether that content is still the file's newest
// column: mixed BOOLEAN — whether documents of the other sort (samples, real ones) are held
// column: known BOOLEAN — whether the document has a node, held or wanted
// column: copies LIST<MAP> — uri, sha256, size, content, shown, read_as
// example: mailuo load PATH
RETURN EXISTS { (:Source {uri: $p.uri, sha256: $p.sha256}) } AS current,
  EXISTS { MATCH (other:Document {sample: NOT $p.sample, held: true}) } AS mixed,
  EXISTS { (:Document {id: $p.id}) } AS known,
  COLLECT {
    MATCH (:Document {id: $p.id})-[copy:FROM]->(source:Source)
    RETURN {
      uri: source.uri, sha256: copy.sha256, size: copy.size, content: copy.content, shown: copy.shown,
      read_as: copy.read_as
    } ORDER BY source.uri, copy.read_as
  } AS copies
