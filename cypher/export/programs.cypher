// purpose: Which programs the facts of a graph come from, and whether a load of it is not done.
// column: extractors LIST<STRING> — extractor versions that read its files
// column: unfinished INTEGER — files whose load is not done
// example: mailuo export --format csv --out DIR
MATCH (source:Source)
RETURN collect(DISTINCT source.extractor_version) AS extractors,
  count(CASE WHEN source.state <> 'linked' THEN 1 END) AS unfinished
