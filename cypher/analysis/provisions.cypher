// purpose: The provisions of one document in order, each with its bodies, deadlines, regions and citations.
// group: Documents
// cost: anchored — by index from $document
// parameter: document STRING — id of the document
// parameter: measures BOOLEAN? — true: only measures
// column: id STRING — provision
// column: position INTEGER — order in the document
// column: path STRING — its number and those above it
// column: kind STRING — measure or section
// column: heading STRING — its heading
// column: modality STRING — order, support, allow or forbid; of measures
// column: text STRING — its own text, without that of its parts
// column: bodies LIST<MAP> — who answers for it: name as printed, role, department (id), in printed order
// column: deadlines LIST<MAP> — text as printed, starts_on, ends_on
// column: regions LIST<STRING> — regions that it names
// column: citations LIST<MAP> — relation, quote as printed, status, target (id, null where ambiguous)
// column: page INTEGER — page of the file
// column: printed_page INTEGER — number printed on that page, where it is known
// example: mailuo query provisions -p document=苏政发〔2022〕71号 -p measures=true
MATCH (:Document {id: $document})-[:HAS_PROVISION]->(provision:Provision)
WHERE NOT coalesce($measures, false) OR provision:Measure
RETURN provision.id AS id, provision.position AS position, provision.path AS path,
  CASE WHEN provision:Measure THEN 'measure' ELSE 'section' END AS kind,
  provision.heading AS heading, provision.modality AS modality, provision.text AS text,
  COLLECT {
    MATCH (body)-[duty:RESPONSIBLE_FOR]->(provision)
    RETURN {name: duty.name, role: duty.role, department: body.id} ORDER BY duty.start, body.id
  } AS bodies,
  COLLECT {
    MATCH (provision)-[:DUE]->(due)
    RETURN {text: due.text, starts_on: due.starts_on, ends_on: due.ends_on} ORDER BY due.start, due.id
  } AS deadlines,
  COLLECT { MATCH (provision)-[:NAMES]->(region:Region) RETURN DISTINCT region.name ORDER BY region.name } AS regions,
  COLLECT {
    MATCH (provision)-[:MAKES]->(citation)
    OPTIONAL MATCH (citation)-[:TARGETS]->(target)
    RETURN {relation: citation.relation, quote: citation.quote, status: citation.status, target: target.id}
    ORDER BY citation.start, citation.id
  } AS citations,
  provision.page AS page, provision.printed_page AS printed_page
ORDER BY position, path
