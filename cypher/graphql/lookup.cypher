// purpose: What a look-up found: the root field provides $status, $document and $candidates (ids) and $normalized.

// field: status
$status

// field: document
COLLECT { MATCH ({{child}}:Document {id: $document}) RETURN {{select}} }[0]

// field: candidates
COLLECT {
  UNWIND range(0, size($candidates) - 1) AS {{_place}}
  MATCH ({{child}}:Document {id: $candidates[{{_place}}]})
  WITH {{child}} ORDER BY {{_place}} LIMIT 20
  RETURN {{select}}
}

// field: normalized
$normalized
