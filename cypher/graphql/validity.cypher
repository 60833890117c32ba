// purpose: Whether a text is in force: {{this}} is a map of answer, reason, evidence and document (an id); `of` is the rest of a field that has the document as {{_text}}.

// field: answer
{{this}}.answer

// field: reason
{{this}}.reason

// field: evidence
CASE WHEN {{this}}.evidence IS NOT NULL THEN {{select:{{this}}.evidence}} END

// field: document
COLLECT { MATCH ({{child}}:Document {id: {{this}}.document}) RETURN {{select}} }[0]

// field: of
  OPTIONAL MATCH ({{_by}}:Document)-[:HAS_PROVISION]->(:Provision)
    -[:MAKES]->({{_repeal}}:Citation {relation: 'repeals', status: 'resolved'})-[:TARGETS]->({{_text}})
    WHERE {{_repeal}}.article IS NULL AND coalesce({{_by}}.effective_on, {{_by}}.issued_on) <= {{$on}}
  WITH {{_text}}, {{_by}}, {{_repeal}}, coalesce({{_text}}.effective_on, {{_text}}.issued_on) AS {{_from}}
  ORDER BY coalesce({{_by}}.effective_on, {{_by}}.issued_on), {{_by}}.id
  LIMIT 1
  WITH *, CASE
    WHEN {{_by}} IS NOT NULL THEN 'repealed'
    WHEN {{_text}}.expires_on < {{$on}} THEN 'expired'
    WHEN {{_from}} > {{$on}} THEN 'not_yet'
    WHEN {{_text}}.held AND {{_from}} IS NOT NULL THEN 'in_force'
    ELSE 'unknown'
  END AS {{_answer}}
  WITH {
    answer: {{_answer}},
    reason: CASE {{_answer}}
      WHEN 'repealed' THEN 'Repealed by ' + coalesce({{_by}}.doc_number, {{_by}}.title) + '.'
      WHEN 'expired' THEN 'Its last day in force was ' + toString({{_text}}.expires_on) + '.'
      WHEN 'not_yet' THEN 'Its first day in force is ' + toString({{_from}}) + '.'
      WHEN 'in_force' THEN 'In force since ' + toString({{_from}}) + '; ' + coalesce(
        'its last day is ' + toString({{_text}}.expires_on), 'it prints no last day'
      ) + ', and no document held repeals it.'
      ELSE CASE WHEN {{_text}}.held THEN 'It prints no date.' ELSE 'Its text is not held.' END
    END,
    evidence: {{_repeal}},
    document: {{_by}}.id
  } AS {{child}}
  RETURN {{select}}
