// purpose: Measures that name one region, and with parts those that name a region within it: who is to do what there.
// group: Measures and regions
// cost: anchored — by index from $region
// parameter: region STRING — code of GB/T 2260, or the name of a macro-region
// parameter: parts BOOLEAN? — true: also the regions that are part of it
// column: region STRING — region that is named
// column: document_id STRING — document
// column: title STRING — its title
// column: level STRING — its level
// column: measure_id STRING — measure
// column: path STRING — number of the measure
// column: heading STRING — heading of the measure
// column: bodies LIST<STRING> — who answers for it, as printed
// column: quote STRING — the region as printed
// column: page INTEGER — page of the file
// column: printed_page INTEGER — number printed on that page, where it is known
// example: mailuo query region_measures -p region=320100 -p parts=true
MATCH (asked:Region {id: $region})
CALL (asked) {
  RETURN asked AS region
  UNION
  MATCH (asked)<-[:PART_OF*1..3]-(region:Region) WHERE $parts
  RETURN region
}
MATCH (region)<-[named:NAMES]-(measure:Measure)<-[:HAS_PROVISION]-(document:Document)
WITH *, COLLECT {
  MATCH ()-[duty:RESPONSIBLE_FOR]->(measure)
  RETURN duty.name ORDER BY duty.start
} AS printed
RETURN region.name AS region, document.id AS document_id, document.title AS title, document.level AS level,
  measure.id AS measure_id, measure.path AS path, measure.heading AS heading,
  [place IN range(0, size(printed) - 1) WHERE NOT printed[place] IN printed[..place] | printed[place]] AS bodies,
  named.quote AS quote, named.page AS page, named.printed_page AS printed_page
ORDER BY document_id, measure.position, named.start, measure_id
