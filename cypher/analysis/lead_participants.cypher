// purpose: Who leads and who takes part: pairs of bodies in that order, those with most measures first; a network to draw.
// group: Bodies
// cost: linear — in the pairs of lead and participant of a measure; anchored with $department
// parameter: department STRING? — id of a body: only pairs that it leads or takes part in
// parameter: limit INTEGER? — at most so many (left out: 50)
// column: measures INTEGER — measures that the one leads and the other takes part in
// column: documents INTEGER — documents that these stand in
// column: lead_id STRING — body that leads
// column: lead STRING — its full name
// column: participant_id STRING — body that takes part
// column: participant STRING — its full name
// column: participant_kind STRING — its kind: generic where it has no name of its own
// example: mailuo query lead_participants -p limit=5
CALL () {
  WITH $department AS asked WHERE asked IS NOT NULL
  MATCH (:Department {id: asked})-[:RESPONSIBLE_FOR]->(measure:Measure)
  RETURN DISTINCT measure
  UNION ALL
  WITH $department AS asked WHERE asked IS NULL
  MATCH (measure:Measure)
  RETURN measure
}
MATCH (lead:Department)-[:RESPONSIBLE_FOR {role: 'lead'}]->(measure)
MATCH (measure)<-[:RESPONSIBLE_FOR {role: 'participant'}]-(participant:Department)
WHERE lead <> participant AND ($department IS NULL OR $department IN [lead.id, participant.id])
MATCH (document:Document)-[:HAS_PROVISION]->(measure)
WITH lead, participant, count(DISTINCT measure) AS measures, count(DISTINCT document) AS documents
RETURN measures, documents, lead.id AS lead_id, lead.name AS lead, participant.id AS participant_id,
  participant.name AS participant, participant.kind AS participant_kind
ORDER BY measures DESC, documents DESC, lead_id, participant_id
LIMIT coalesce($limit, 50)
