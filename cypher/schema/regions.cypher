// purpose: Write the regions of the registry; macro-regions carry the label MacroRegion too.
// parameter: regions LIST<MAP> — id, code, name, level, macro, from and to (the years in which it exists, both inclusive, null where open), tokens
// example: mailuo load PATH
UNWIND $p.regions AS row
MERGE (region:Region {id: row.id})
SET region.code = row.code, region.name = row.name, region.level = row.level, region.from = row.from,
  region.to = row.to, region.tokens = row.tokens
FOREACH (_ IN CASE WHEN row.macro THEN [1] ELSE [] END | SET region:MacroRegion)
