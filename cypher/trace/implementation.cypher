// purpose: How a document is carried out below, measure by measure: in a region and the regions in it, or by one document of a lower level. The first row says what the answer rests on.
// group: Alignments
// cost: linear — in the documents of the region where one is given, found by index
// parameter: upper STRING — id of the document of the higher level
// parameter: region STRING? — id of the region where it is looked for
// parameter: lower STRING? — id of the one document that it is compared with, instead of a region
// column: reading STRING — basis (first row: what is compared), document (a lower document that cites, forwards or is aligned), carries_out (cited or forwarded), same_action (content), parallel (content, the lower one is older), adopted (the lower document forwards the upper one), none (nothing aligned), nearest (after none: the closest, which is no alignment), added (a measure of a citing or forwarding document without an upper one)
// column: status STRING — compared, no_later_text, upper_not_held or not_aligned; silence is claimed only when compared, which asks for a younger document, or one that says that it carries the upper one out
// column: searched INTEGER — first row: held documents of lower levels that were searched
// column: searched_later INTEGER — first row: those of them that are younger than the upper document
// column: searched_from DATE — first row: date of the oldest of them
// column: searched_to DATE — first row: date of the newest of them
// column: coverage FLOAT — first row: upper measures taken up / all of them, organisational ones apart; null unless compared
// column: applies BOOLEAN — first row: the region lies where the upper document applies; null where that is not known
// column: upper_id STRING — the upper measure
// column: upper_path STRING — where it stands
// column: upper_heading STRING — its heading
// column: organisational BOOLEAN — the measure (an added one: the lower one) only leads, supervises or makes known: not counted
// column: silent BOOLEAN — nothing below takes it up
// column: upper_quote STRING — its words: those that are aligned, else all
// column: upper_start INTEGER — first code point of the quote in the upper document's text
// column: upper_end INTEGER — code point behind it
// column: upper_page INTEGER — page of the file on which the quote begins
// column: upper_printed_page INTEGER — number printed on that page, where it is known
// column: document_id STRING — the lower document; in the first row the upper one
// column: document_number STRING — its 发文字号
// column: document_title STRING — its title
// column: document_level STRING — its level
// column: issued_on DATE — its date
// column: relations LIST<STRING> — how it cites the upper one: implements, based_on, forwards, extends, refers
// column: relation STRING — in rows of a document: of these, what the citation says that is shown
// column: cue STRING — in rows of a document: the words that say so
// column: issuers LIST<STRING> — in rows of a document and of a nearest: who issued it
// column: sample BOOLEAN — in rows of a document: it is of the sample corpus, not the original
// column: url STRING — in rows of a document: the address that it was read from, where it is known
// column: loaded_on DATE — in rows of a document: when it was read
// column: lower_id STRING — the lower measure; in rows of a document the provision that cites the upper one, with the citation as quote
// column: lower_path STRING — where it stands
// column: lower_heading STRING — its heading
// column: lower_quote STRING — its words
// column: lower_start INTEGER — first code point of the quote in the lower document's text
// column: lower_end INTEGER — code point behind it
// column: lower_page INTEGER — page of the file on which the quote begins
// column: lower_printed_page INTEGER — number printed on that page, where it is known
// column: basis STRING — cited, forwarded or content; only the first two say that one carries the other out
// column: score FLOAT — how close the contents are, 0 to 1
// column: lag_days INTEGER — date of the lower less that of the upper; negative: the lower came first
// column: shared_terms LIST<STRING> — terms that both have
// column: origin STRING — automatic or manual
// column: due STRING — the last time limit below against the last one above, each in the sentences that are alike: earlier, same, later, none
// column: upper_deadlines LIST<STRING> — time limits of the upper measure as printed
// column: lower_deadlines LIST<STRING> — those of the lower one
// column: compared_deadlines LIST<STRING> — of these, those in the sentence that is alike, or in the only one behind it where that is the heading
// column: bodies LIST<MAP> — who answers for the upper measure and for all that is aligned with it: upper, upper_roles, lower, lower_roles, counterpart
// example: mailuo query implementation -p upper=国发〔2022〕5号 -p region=320000
MATCH (upper:Document {id: $upper})
// Of a region that nobody knows nothing may be claimed.
WHERE $region IS NULL OR EXISTS { (:Region {id: $region}) }
WITH upper, {central: 0, ministry: 1, province: 2, province_dept: 3, city: 4, county: 5} AS ranks
WITH *, coalesce(ranks[upper.level], -1) AS rank
// Compared are documents of lower levels; below a province, only those in its jurisdiction (ranks 0 and 1 are national).
WITH *, COLLECT {
  CALL () {
    MATCH (:Region {id: $region})<-[:PART_OF*0..4]-(:Region)<-[:APPLIES_TO]-(lower:Document)
    RETURN lower
    UNION
    MATCH (lower:Document {id: $lower})
    RETURN lower
  }
  WITH lower
  WHERE lower.held AND ranks[lower.level] > rank AND (rank < 2 OR EXISTS {
    MATCH (lower)-[:APPLIES_TO]->(:Region)-[:PART_OF*0..4]->(:Region)<-[:APPLIES_TO]-(upper)
  })
  RETURN {
    documents: count(lower), from: min(lower.issued_on), to: max(lower.issued_on),
    later: sum(CASE WHEN lower.issued_on > upper.issued_on THEN 1 ELSE 0 END)
  }
}[0] AS searched, COLLECT {
  CALL (upper) {
    MATCH (upper)<-[:IMPLEMENTS|BASED_ON|FORWARDS|EXTENDS|REFERS_TO]-(lower:Document)
    RETURN lower
    UNION
    MATCH (upper)-[:HAS_PROVISION]->(:Measure)<-[:ALIGNED_WITH|NEAREST_TO]-(:Measure)<-[:HAS_PROVISION]-(lower:Document)
    RETURN lower
  }
  WITH lower
  WHERE lower.held AND ranks[lower.level] > rank AND (lower.id = $lower OR EXISTS {
    MATCH (lower)-[:APPLIES_TO]->(:Region)-[:PART_OF*0..4]->(:Region {id: $region})
  }) AND (rank < 2 OR EXISTS {
    MATCH (lower)-[:APPLIES_TO]->(:Region)-[:PART_OF*0..4]->(:Region)<-[:APPLIES_TO]-(upper)
  })
  RETURN lower ORDER BY lower.issued_on, lower.id
} AS related
WITH *, [lower IN related WHERE EXISTS { (lower)-[:FORWARDS]->(upper) }] AS forwarding
WITH *, CASE
  WHEN NOT coalesce(upper.held, false) THEN 'upper_not_held'
  // A forwarding needs no alignment: it adopts every measure.
  WHEN size(forwarding) = 0 AND upper.aligned IS NULL AND NOT EXISTS { MATCH ()-[:ALIGNED_WITH]->() } THEN 'not_aligned'
  // Who carries it out by its own words came after it, where no date says otherwise.
  WHEN searched.later > 0 OR ANY(lower IN related WHERE coalesce(lower.issued_on >= upper.issued_on, true)
    AND EXISTS { (lower)-[:IMPLEMENTS|BASED_ON|FORWARDS|EXTENDS]->(upper) }) THEN 'compared'
  ELSE 'no_later_text'
END AS status
WITH *, COLLECT {
  UNWIND related AS lower
  WITH lower, COLLECT {
    MATCH (lower)-[cites:IMPLEMENTS|BASED_ON|FORWARDS|EXTENDS|REFERS_TO]->(upper)
    RETURN DISTINCT CASE type(cites) WHEN 'REFERS_TO' THEN 'refers' ELSE toLower(type(cites)) END AS relation
    ORDER BY relation
  } AS relations
  WHERE size(relations) > 0 OR EXISTS {
    MATCH (lower)-[:HAS_PROVISION]->(:Measure)-[:ALIGNED_WITH]->(:Measure)<-[:HAS_PROVISION]-(upper)
  }
  WITH lower, relations, COLLECT {
    WITH * WHERE size(relations) > 0
    MATCH (lower)-[:HAS_PROVISION]->(where:Provision)-[:MAKES]->(citation:Citation)-[:TARGETS]->(upper)
    WHERE citation.relation IN ['implements', 'based_on', 'forwards', 'extends', 'refers']
    RETURN {where: where, citation: citation} ORDER BY citation.relation = 'refers', citation.start LIMIT 1
  }[0] AS cited
  RETURN {
    reading: 'document', document: lower, relations: relations, whole: true, measure: cited.where,
    relation: cited.citation.relation, cue: cited.citation.cue, alignment: {
      lower_start: cited.citation.start, lower_end: cited.citation.end, lower_page: cited.citation.page,
      lower_printed_page: cited.citation.printed_page
    }
  }
  ORDER BY size(relations) = 0, lower.issued_on, lower.id LIMIT 200
} AS documents, COLLECT {
  MATCH (upper)-[:HAS_PROVISION]->(measure:Measure)
  WITH measure ORDER BY measure.position, measure.id LIMIT 500
  WITH measure, COLLECT {
    MATCH (measure)<-[alignment:ALIGNED_WITH]-(below:Measure)<-[:HAS_PROVISION]-(lower:Document)
    WHERE lower IN related
    WITH alignment, below, lower ORDER BY alignment.score DESC, below.id LIMIT 100
    RETURN {measure: below, document: lower, alignment: alignment, reading: CASE
      WHEN alignment.basis IN ['cited', 'forwarded'] THEN 'carries_out'
      WHEN alignment.lag_days < 0 THEN 'parallel'
      ELSE 'same_action'
    END}
  } AS aligned
  WITH measure, aligned, size(aligned) = 0 AND size(forwarding) = 0 AS open,
    [lower IN forwarding[..100] | {document: lower, reading: 'adopted', alignment: {
      basis: 'forwarded', lag_days: duration.inDays(upper.issued_on, lower.issued_on).days
    }}] AS adopted
  // Where any is proved to carry the measure out, the time limits of those alone are compared.
  WITH *, [one IN aligned WHERE one.alignment.basis <> 'content'] AS proved
  WITH *, CASE WHEN size(proved) > 0 THEN proved ELSE aligned END AS compared
  WITH measure, aligned, compared, adopted, open, open AND status = 'compared' AS silent, COLLECT {
    WITH * WHERE open AND status = 'compared'
    MATCH (measure)<-[near:NEAREST_TO]-(below:Measure)<-[:HAS_PROVISION]-(lower:Document)
    WHERE lower IN related
    WITH near, below, lower ORDER BY near.score DESC, below.id LIMIT 1
    RETURN {measure: below, document: lower, alignment: near, reading: 'nearest', whole: true}
  } AS nearest, COLLECT {
    MATCH (body:Department)-[duty:RESPONSIBLE_FOR]->(measure)
    WITH body, duty.role AS role ORDER BY role
    WITH body, collect(DISTINCT role) AS roles
    RETURN {body: body, roles: roles}
  } AS uppers, COLLECT {
    UNWIND [one IN aligned | one.measure] AS below
    MATCH (body:Department)-[duty:RESPONSIBLE_FOR]->(below)
    WITH body, duty.role AS role ORDER BY role
    WITH body, collect(DISTINCT role) AS roles
    RETURN {body: body, roles: roles}
  } AS lowers, COLLECT {
    // A time limit of another sentence is of another matter; a heading stands for the only sentence behind it.
    MATCH (measure)-[:DUE]->(limit:Deadline)
    WHERE limit.ends_on IS NOT NULL AND ANY(one IN compared
      WHERE (limit.start >= one.alignment.upper_start AND limit.end <= one.alignment.upper_end)
      OR (substring(measure.text, one.alignment.upper_start - measure.start, size(measure.heading)) = measure.heading
        AND size(split(replace(substring(measure.text, one.alignment.upper_start - measure.start + size(measure.heading) + 1), '；', '。'), '。')) <= 2))
    RETURN max(limit.ends_on)
  }[0] AS last_above, COLLECT {
    UNWIND compared AS one
    WITH one.measure AS below, one.alignment AS r
    MATCH (below)-[:DUE]->(limit:Deadline)
    WHERE limit.ends_on IS NOT NULL AND ((limit.start >= r.lower_start AND limit.end <= r.lower_end)
      OR (substring(below.text, r.lower_start - below.start, size(below.heading)) = below.heading
        AND size(split(replace(substring(below.text, r.lower_start - below.start + size(below.heading) + 1), '；', '。'), '。')) <= 2))
    RETURN max(limit.ends_on)
  }[0] AS last_below
  WITH *, [one IN uppers | one.body] AS above_all, [one IN lowers | one.body] AS below_all
  WITH *, [one IN above_all WHERE one IN below_all | {above: one, beneath: one}] + COLLECT {
    UNWIND below_all AS other
    CALL (other, above_all) {
      MATCH (other)-[:COUNTERPART_OF]-(one:Department) WHERE one IN above_all RETURN one, true AS counterpart
      UNION
      MATCH (other)-[:PART_OF]->(one:Department)
      WHERE one IN above_all AND NOT EXISTS { (other)-[:COUNTERPART_OF]-(one) }
      RETURN one, false AS counterpart
    }
    RETURN {above: one, beneath: other, counterpart: counterpart}
  } AS pairs
  WITH *, COLLECT {
    UNWIND pairs + [one IN above_all WHERE NONE(pair IN pairs WHERE pair.above = one) | {above: one}]
      + [one IN below_all WHERE NONE(pair IN pairs WHERE pair.beneath = one) | {beneath: one}] AS pair
    WITH pair.above AS above, pair.beneath AS beneath, coalesce(pair.counterpart, false) AS counterpart
    ORDER BY above.id, beneath.id LIMIT 200
    RETURN {
      upper: above.name, upper_roles: coalesce(head([one IN uppers WHERE one.body = above | one.roles]), []),
      lower: beneath.name, lower_roles: coalesce(head([one IN lowers WHERE one.body = beneath | one.roles]), []),
      counterpart: counterpart
    }
  } AS bodies, CASE
    WHEN last_below < last_above THEN 'earlier'
    WHEN last_below = last_above THEN 'same'
    WHEN last_below > last_above THEN 'later'
    ELSE 'none'
  END AS due
  WITH *, aligned + adopted + CASE WHEN size(aligned + adopted) = 0 THEN [{reading: 'none'}] ELSE [] END + nearest AS found
  UNWIND found AS one
  RETURN {
    reading: one.reading, upper: measure, silent: silent, measure: one.measure, document: one.document,
    alignment: one.alignment, whole: one.whole, bodies: bodies, due: due
  }
} AS measures, COLLECT {
  MATCH (upper)<-[:IMPLEMENTS|BASED_ON|FORWARDS|EXTENDS]-(lower:Document)
  WHERE lower IN related AND NOT status IN ['not_aligned', 'upper_not_held']
  WITH DISTINCT lower
  MATCH (lower)-[:HAS_PROVISION]->(below:Measure)
  WHERE NOT EXISTS { MATCH (below)-[:ALIGNED_WITH]->(:Measure)<-[:HAS_PROVISION]-(upper) }
  RETURN {reading: 'added', document: lower, measure: below}
  ORDER BY lower.issued_on, lower.id, below.position, below.id LIMIT 500
} AS added
WITH *, COLLECT {
  WITH * WHERE status = 'compared'
  UNWIND measures AS row
  WITH row.upper AS measure, max(CASE WHEN row.reading IN ['none', 'nearest'] THEN 0 ELSE 1 END) AS taken
  WHERE NOT coalesce(measure.organisational, false)
  WITH sum(taken) AS taken, count(measure) AS all
  WHERE all > 0
  RETURN toFloat(taken) / all
}[0] AS coverage
WITH status, [{
  reading: 'basis', document: upper, whole: true, searched: searched, coverage: coverage,
  applies: CASE WHEN EXISTS { (:Region {id: $region}) } AND EXISTS { (upper)-[:APPLIES_TO]->() } THEN EXISTS {
    MATCH (:Region {id: $region})<-[:PART_OF*0..1]-(:Region)-[:PART_OF*0..4]->(:Region)<-[:APPLIES_TO]-(upper)
  } END
}] + documents + measures + added AS rows
UNWIND range(0, size(rows) - 1) AS place
WITH status, place, rows[place] AS row
WITH status, place, row, row.upper AS above, row.measure AS below, row.document AS document, row.alignment AS alignment
WITH *, coalesce(alignment.upper_start, above.start) AS upper_start, coalesce(alignment.upper_end, above.end) AS upper_end,
  coalesce(alignment.lower_start, below.start) AS lower_start, coalesce(alignment.lower_end, below.end) AS lower_end,
  CASE WHEN row.whole THEN COLLECT {
    MATCH (document)-[:FROM]->(source:Source)
    RETURN source ORDER BY source.url IS NULL, source.uri LIMIT 1
  }[0] END AS source
RETURN row.reading AS reading, status, row.searched.documents AS searched,
  row.searched.later AS searched_later, row.searched.from AS searched_from,
  row.searched.to AS searched_to, row.coverage AS coverage, row.applies AS applies,
  above.id AS upper_id, above.path AS upper_path, above.heading AS upper_heading,
  CASE WHEN coalesce(above, below) IS NOT NULL THEN coalesce(coalesce(above, below).organisational, false) END AS organisational,
  row.silent AS silent,
  substring(above.text, upper_start - above.start, upper_end - upper_start) AS upper_quote,
  upper_start, upper_end, CASE WHEN alignment.upper_start IS NULL THEN above.page ELSE alignment.upper_page END AS upper_page,
  CASE WHEN alignment.upper_start IS NULL THEN above.printed_page ELSE alignment.upper_printed_page END AS upper_printed_page,
  document.id AS document_id, document.doc_number AS document_number, document.title AS document_title,
  document.level AS document_level, document.issued_on AS issued_on, row.relations AS relations,
  row.relation AS relation, row.cue AS cue,
  CASE WHEN row.whole THEN COLLECT {
    MATCH (document)-[issued:ISSUED_BY]->(body:Department) RETURN body.name ORDER BY issued.position, body.id
  } END AS issuers, CASE WHEN row.whole THEN coalesce(document.sample, false) END AS sample, source.url AS url, date(datetime(toString(source.loaded_at))) AS loaded_on,
  below.id AS lower_id, below.path AS lower_path, below.heading AS lower_heading,
  substring(below.text, lower_start - below.start, lower_end - lower_start) AS lower_quote,
  lower_start, lower_end, CASE WHEN alignment.lower_start IS NULL THEN below.page ELSE alignment.lower_page END AS lower_page,
  CASE WHEN alignment.lower_start IS NULL THEN below.printed_page ELSE alignment.lower_printed_page END AS lower_printed_page,
  alignment.basis AS basis, alignment.score AS score, alignment.lag_days AS lag_days,
  alignment.shared_terms AS shared_terms, alignment.origin AS origin, row.due AS due,
  CASE WHEN above IS NOT NULL THEN COLLECT { MATCH (above)-[:DUE]->(limit:Deadline) RETURN limit.text ORDER BY limit.start, limit.id } END AS upper_deadlines,
  CASE WHEN below IS NOT NULL THEN COLLECT { MATCH (below)-[:DUE]->(limit:Deadline) RETURN limit.text ORDER BY limit.start, limit.id } END AS lower_deadlines,
  CASE WHEN alignment.score IS NOT NULL THEN COLLECT {
    MATCH (below)-[:DUE]->(limit:Deadline)
    WHERE (limit.start >= alignment.lower_start AND limit.end <= alignment.lower_end)
      OR (substring(below.text, alignment.lower_start - below.start, size(below.heading)) = below.heading
        AND size(split(replace(substring(below.text, alignment.lower_start - below.start + size(below.heading) + 1), '；', '。'), '。')) <= 2)
    RETURN limit.text ORDER BY limit.start, limit.id
  } END AS compared_deadlines,
  row.bodies AS bodies
ORDER BY place
