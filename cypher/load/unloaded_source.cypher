// purpose: Say of a file that not all of its documents are there any more, so that loading it again brings them back; a file without documents is forgotten.
// parameter: uri STRING — the file
// example: mailuo unload REF
MATCH (source:Source {uri: $p.uri})
SET source.state = 'partial'
WITH source WHERE NOT EXISTS { (source)<-[:FROM]-() }
DELETE source
