// purpose: How many citations there are of each status, and how many documents are held and wanted.
// column: held INTEGER — documents held
// column: wanted INTEGER — documents cited and not held
// column: statuses LIST<MAP> — status, times
// example: mailuo load PATH
RETURN COUNT { (:Document {held: true}) } AS held, COUNT { (:Document {held: false}) } AS wanted,
  COLLECT {
    MATCH (citation:Citation)
    WITH citation.status AS status, count(*) AS times ORDER BY status
    RETURN {status: status, times: times}
  } AS statuses
