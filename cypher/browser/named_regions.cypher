// purpose: A picture of the regions that the provisions of a document name, with the regions that these are part of.
// parameter: document STRING — id of the document
// column: named PATH — from the document over a provision to a region
// column: above PATH — from the region to the one that it is part of, null where there is none
// example: saved query named_regions -p document=宁政发〔2022〕906号
MATCH named = (:Document {id: $document})-[:HAS_PROVISION]->(:Provision)-[:NAMES]->(region:Region)
OPTIONAL MATCH above = (region)-[:PART_OF]->(:Region)
RETURN named, above LIMIT 300
