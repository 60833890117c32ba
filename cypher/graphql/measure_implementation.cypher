// purpose: How one measure is carried out below: {{this}} is the upper measure; for the parameters see implementation. `lower` gives the aligned measures {{_measure}} of the documents that are compared.

// field: lower
  MATCH ({{_upper}}:Document)-[:HAS_PROVISION]->({{this}})
  MATCH ({{this}})<-[{{_alignment}}:ALIGNED_WITH]-({{_measure}}:Measure)<-[:HAS_PROVISION]-({{_lower}}:Document)
  WHERE true
    {{use:implementation.scope}}

// field: upper
{{select:{{this}}}}

// field: alignments
COLLECT {
  {{use:measure_implementation.lower}}
  WITH {{_alignment}} AS {{child}}, {{_measure}}
  ORDER BY {{child}}.score DESC, {{_measure}}.id LIMIT 100
  RETURN {{select}}
}

// field: forwardedBy
COLLECT {
  MATCH ({{_upper}}:Document)-[:HAS_PROVISION]->({{this}})
  MATCH ({{_upper}})<-[:FORWARDS]-({{_lower}}:Document)
  WHERE true
    {{use:implementation.scope}}
  WITH DISTINCT {{_lower}} AS {{child}}
  ORDER BY {{child}}.issued_on, {{child}}.id LIMIT 100
  RETURN {{select}}
}

// field: bodies
COLLECT {
  WITH COLLECT {
    MATCH ({{_body}}:Department)-[:RESPONSIBLE_FOR]->({{this}})
    RETURN DISTINCT {{_body}}
  } AS {{_uppers}}, COLLECT {
    {{use:measure_implementation.lower}}
    MATCH ({{_body}}:Department)-[:RESPONSIBLE_FOR]->({{_measure}})
    RETURN DISTINCT {{_body}}
  } AS {{_lowers}}
  CALL ({{_uppers}}, {{_lowers}}) {
    UNWIND {{_uppers}} AS {{_one}}
    WITH {{_one}}, [{{_other}} IN {{_lowers}} WHERE {{_other}} = {{_one}}
      OR EXISTS { MATCH ({{_one}})-[:COUNTERPART_OF]-({{_other}}) }
      OR EXISTS { MATCH ({{_other}})-[:PART_OF]->({{_one}}) }] AS {{_matches}}
    UNWIND CASE WHEN size({{_matches}}) = 0 THEN [null] ELSE {{_matches}} END AS {{_other}}
    RETURN {{_one}}.id AS {{_above}}, {{_other}}.id AS {{_below}}, EXISTS { MATCH ({{_one}})-[:COUNTERPART_OF]-({{_other}}) } AS {{_pair}}
    UNION
    UNWIND {{_lowers}} AS {{_one}}
    WITH {{_one}}, {{_uppers}}
    WHERE NOT {{_one}} IN {{_uppers}}
      AND NOT EXISTS { MATCH ({{_one}})-[:COUNTERPART_OF]-({{_other}}:Department) WHERE {{_other}} IN {{_uppers}} }
      AND NOT EXISTS { MATCH ({{_one}})-[:PART_OF]->({{_other}}:Department) WHERE {{_other}} IN {{_uppers}} }
    RETURN null AS {{_above}}, {{_one}}.id AS {{_below}}, false AS {{_pair}}
  }
  WITH {upper: {{_above}}, lower: {{_below}}, counterpart: {{_pair}}, upper_roles: COLLECT {
    MATCH (:Department {id: {{_above}}})-[{{_duty}}:RESPONSIBLE_FOR]->({{this}})
    RETURN DISTINCT {{_duty}}.role AS {{_role}} ORDER BY {{_role}}
  }, lower_roles: COLLECT {
    {{use:measure_implementation.lower}}
    MATCH (:Department {id: {{_below}}})-[{{_duty}}:RESPONSIBLE_FOR]->({{_measure}})
    RETURN DISTINCT {{_duty}}.role AS {{_role}} ORDER BY {{_role}}
  }} AS {{child}}, {{_above}}, {{_below}}
  ORDER BY {{_above}}, {{_below}} LIMIT 200
  RETURN {{select}}
}

// field: due
CASE WHEN EXISTS { ({{this}})-[:DUE]->(:Deadline) } THEN COLLECT {
  WITH COLLECT {
    {{use:measure_implementation.lower}}
    RETURN {alignment: {{_alignment}}, measure: {{_measure}}}
  } AS {{_all}}
  // Where any is proved to carry the measure out, the time limits of those alone are compared.
  WITH {{_all}}, [{{_pair}} IN {{_all}} WHERE {{_pair}}.alignment.basis <> 'content'] AS {{_proved}}
  WITH CASE WHEN size({{_proved}}) > 0 THEN {{_proved}} ELSE {{_all}} END AS {{_pairs}}
  // A time limit of another sentence is of another matter; a heading stands for the only sentence behind it.
  WITH COLLECT {
    UNWIND {{_pairs}} AS {{_pair}}
    WITH {{_pair}}.alignment AS {{_one}}
    MATCH ({{this}})-[:DUE]->({{_limit}}:Deadline)
    WHERE {{_limit}}.ends_on IS NOT NULL
      AND (({{_limit}}.start >= {{_one}}.upper_start AND {{_limit}}.end <= {{_one}}.upper_end)
      OR (substring({{this}}.text, {{_one}}.upper_start - {{this}}.start, size({{this}}.heading)) = {{this}}.heading
        AND size(split(replace(substring({{this}}.text, {{_one}}.upper_start - {{this}}.start + size({{this}}.heading) + 1), '；', '。'), '。')) <= 2))
    RETURN {{_limit}}.ends_on ORDER BY {{_limit}}.ends_on DESC LIMIT 1
  }[0] AS {{_above}}, COLLECT {
    UNWIND {{_pairs}} AS {{_pair}}
    WITH {{_pair}}.alignment AS {{_one}}, {{_pair}}.measure AS {{_other}}
    MATCH ({{_other}})-[:DUE]->({{_limit}}:Deadline)
    WHERE {{_limit}}.ends_on IS NOT NULL
      AND (({{_limit}}.start >= {{_one}}.lower_start AND {{_limit}}.end <= {{_one}}.lower_end)
      OR (substring({{_other}}.text, {{_one}}.lower_start - {{_other}}.start, size({{_other}}.heading)) = {{_other}}.heading
        AND size(split(replace(substring({{_other}}.text, {{_one}}.lower_start - {{_other}}.start + size({{_other}}.heading) + 1), '；', '。'), '。')) <= 2))
    RETURN {{_limit}}.ends_on ORDER BY {{_limit}}.ends_on DESC LIMIT 1
  }[0] AS {{_below}}
  RETURN CASE
    WHEN {{_below}} < {{_above}} THEN 'earlier'
    WHEN {{_below}} = {{_above}} THEN 'same'
    WHEN {{_below}} > {{_above}} THEN 'later'
    ELSE 'none'
  END
}[0] ELSE 'none' END
