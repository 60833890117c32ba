// purpose: What a search found: {{this}} is a map of node, id, kind, score and rank; the root field provides $words, $open and $close.

// field: score
{{this}}.score

// field: snippet
COLLECT {
  WITH {{this}}.node AS {{_node}}
  WITH CASE
    WHEN {{_node}}:Provision THEN coalesce({{_node}}.heading + '。', '') + {{_node}}.text
    ELSE coalesce({{_node}}.title, {{_node}}.name)
  END AS {{_text}}
  WITH replace(replace(coalesce({{_text}}, ''), $open, ''), $close, '') AS {{_text}}
  WITH {{_text}}, [{{_word}} IN $words WHERE {{_text}} CONTAINS {{_word}} | size(split({{_text}}, {{_word}})[0])] AS {{_places}}
  WITH {{_text}}, reduce({{_least}} = coalesce({{_places}}[0], 0), {{_place}} IN {{_places}} |
    CASE WHEN {{_place}} < {{_least}} THEN {{_place}} ELSE {{_least}} END
  ) - 16 AS {{_start}}
  WITH {{_text}}, CASE WHEN {{_start}} < 0 THEN 0 ELSE {{_start}} END AS {{_start}}
  WITH {{_text}}, {{_start}}, reduce({{_marked}} = substring({{_text}}, {{_start}}, 80), {{_word}} IN $words |
    replace({{_marked}}, {{_word}}, $open + {{_word}} + $close)
  ) AS {{_part}}
  WITH {{_text}}, {{_start}}, replace(replace(replace({{_part}}, '&', '&amp;'), '<', '&lt;'), '>', '&gt;') AS {{_part}}
  RETURN CASE WHEN {{_start}} > 0 THEN '…' ELSE '' END
    + replace(replace({{_part}}, $open, '<mark>'), $close, '</mark>')
    + CASE WHEN {{_start}} + 80 < size({{_text}}) THEN '…' ELSE '' END
}[0]

// field: node
COLLECT { WITH {{this}}.node AS {{child}} RETURN {{select}} }[0]
