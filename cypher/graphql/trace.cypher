// purpose: The documents reached from a root: {{this}} is a map of root (an id) and rows, those of the statement trace/trace.

// field: root
COLLECT { MATCH ({{child}}:Document {id: {{this}}.root}) RETURN {{select}} }[0]

// field: nodes
COLLECT {
  UNWIND [{id: {{this}}.root, depth: 0}]
    + [{{_row}} IN {{this}}.rows | {id: {{_row}}.from_id, depth: {{_row}}.from_depth}]
    + [{{_row}} IN {{this}}.rows | {id: {{_row}}.to_id, depth: {{_row}}.to_depth}] AS {{_at}}
  WITH DISTINCT {{_at}}.id AS {{_id}}, {{_at}}.depth AS {{_depth}}
  WITH {document: {{_id}}, depth: {{_depth}}} AS {{child}} ORDER BY {{_depth}}, {{_id}}
  RETURN {{select}}
}

// field: edges
COLLECT {
  UNWIND range(0, size({{this}}.rows) - 1) AS {{_place}}
  WITH {{this}}.rows[{{_place}}] AS {{child}} ORDER BY {{_place}}
  RETURN {{select}}
}

// field: truncated
any({{_row}} IN {{this}}.rows WHERE {{_row}}.truncated)
