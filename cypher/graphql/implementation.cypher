// purpose: How a document is carried out below: {{this}} is a map of upper (an id), region (an id or null) and status; the root field provides $upper, $region or $lower (ids), and $ranks (level → rank, the highest first). `lower` gives the documents that are compared with it, `scope` says of {{_lower}} that it is one of them, given {{_upper}}, `within` that it lies where the upper one applies.

// field: within
    // Documents of centre and ministries (ranks 0 and 1) are for the whole country, others where they apply.
    AND (coalesce($ranks[{{_upper}}.level], -1) < 2 OR EXISTS {
      MATCH ({{_lower}})-[:APPLIES_TO]->(:Region)-[:PART_OF*0..4]->(:Region)<-[:APPLIES_TO]-({{_upper}})
    })

// field: lower
  CALL () {
    MATCH (:Region {id: $region})<-[:PART_OF*0..4]-(:Region)<-[:APPLIES_TO]-({{_lower}}:Document)
    RETURN {{_lower}}
    UNION
    MATCH ({{_lower}}:Document {id: $lower})
    RETURN {{_lower}}
  }
  WITH *
  WHERE {{_lower}}.held AND $ranks[{{_lower}}.level] > coalesce($ranks[{{_upper}}.level], -1)
    {{use:implementation.within}}

// field: scope
    AND {{_lower}}.held AND $ranks[{{_lower}}.level] > coalesce($ranks[{{_upper}}.level], -1)
    AND ({{_lower}}.id = $lower OR EXISTS {
      MATCH ({{_lower}})-[:APPLIES_TO]->(:Region)-[:PART_OF*0..4]->(:Region {id: $region})
    })
    {{use:implementation.within}}

// field: found
  WITH *, CASE
    WHEN NOT {{_upper}}.held THEN 'upper_not_held'
    // A forwarding needs no alignment: it adopts every measure.
    WHEN {{_upper}}.aligned IS NULL AND NOT EXISTS { MATCH ()-[:ALIGNED_WITH]->() } AND NOT EXISTS {
      MATCH ({{_lower}}:Document)-[:FORWARDS]->({{_upper}})
      WHERE true
        {{use:implementation.scope}}
    } THEN 'not_aligned'
    WHEN EXISTS {
      {{use:implementation.lower}}
        AND {{_lower}}.issued_on > {{_upper}}.issued_on
    } OR EXISTS {
      // Who carries it out by its own words came after it, where no date says otherwise.
      MATCH ({{_lower}}:Document)-[:IMPLEMENTS|BASED_ON|FORWARDS|EXTENDS]->({{_upper}})
      WHERE coalesce({{_lower}}.issued_on >= {{_upper}}.issued_on, true)
        {{use:implementation.scope}}
    } THEN 'compared'
    ELSE 'no_later_text'
  END AS {{_status}}
  WITH {upper: {{_upper}}.id, region: $region, status: {{_status}}} AS {{child}}
  RETURN {{select}}

// field: aligned
    EXISTS {
      MATCH ({{_lower}}:Document)-[:HAS_PROVISION]->(:Measure)-[:ALIGNED_WITH]->({{_measure}})
      WHERE true
        {{use:implementation.scope}}
    } OR EXISTS {
      MATCH ({{_lower}}:Document)-[:FORWARDS]->({{_upper}})
      WHERE true
        {{use:implementation.scope}}
    }

// field: upper
COLLECT { MATCH ({{child}}:Document {id: {{this}}.upper}) RETURN {{select}} }[0]

// field: region
COLLECT { MATCH ({{child}}:Region {id: {{this}}.region}) RETURN {{select}} }[0]

// field: status
{{this}}.status

// field: searched
COLLECT {
  MATCH ({{_upper}}:Document {id: {{this}}.upper})
  WITH {{_upper}}, COLLECT {
    {{use:implementation.lower}}
    RETURN toString({{_lower}}.issued_on) ORDER BY {{_lower}}.issued_on
  } AS {{_all}}, toString({{_upper}}.issued_on) AS {{_date}}
  WITH {{_all}}, {{_date}}, [{{_day}} IN {{_all}} WHERE {{_day}} IS NOT NULL] AS {{_days}}
  WITH {documents: size({{_all}}), later: size([{{_day}} IN {{_days}} WHERE {{_day}} > {{_date}}]), from: head({{_days}}), to: last({{_days}})} AS {{child}}
  RETURN {{select}}
}[0]

// field: documents
COLLECT {
  MATCH ({{_upper}}:Document {id: {{this}}.upper})
  CALL ({{_upper}}) {
    MATCH ({{_upper}})<-[:IMPLEMENTS|BASED_ON|FORWARDS|EXTENDS|REFERS_TO]-({{_lower}}:Document)
    WHERE true
      {{use:implementation.scope}}
    RETURN {{_lower}} AS {{child}}, 0 AS {{_part}}
    UNION
    MATCH ({{_upper}})-[:HAS_PROVISION]->(:Measure)<-[:ALIGNED_WITH]-(:Measure)<-[:HAS_PROVISION]-({{_lower}}:Document)
    WHERE NOT EXISTS { MATCH ({{_upper}})<-[:IMPLEMENTS|BASED_ON|FORWARDS|EXTENDS|REFERS_TO]-({{_lower}}) }
      {{use:implementation.scope}}
    RETURN {{_lower}} AS {{child}}, 1 AS {{_part}}
  }
  WITH {{child}}, {{_part}}
  ORDER BY {{_part}}, {{child}}.issued_on, {{child}}.id LIMIT 200
  RETURN {{select}}
}

// field: citations
COLLECT {
  MATCH ({{_upper}}:Document {id: {{this}}.upper})<-[:IMPLEMENTS|BASED_ON|FORWARDS|EXTENDS|REFERS_TO]-({{_lower}}:Document)
  WHERE true
    {{use:implementation.scope}}
  WITH DISTINCT {{_upper}}, {{_lower}} ORDER BY {{_lower}}.issued_on, {{_lower}}.id LIMIT 200
  WITH {{_lower}}, COLLECT {
    MATCH ({{_lower}})-[:HAS_PROVISION]->(:Provision)-[:MAKES]->({{_one}}:Citation)-[:TARGETS]->({{_upper}})
    WHERE {{_one}}.relation IN ['implements', 'based_on', 'forwards', 'extends', 'refers']
    RETURN {{_one}} ORDER BY {{_one}}.relation = 'refers', {{_one}}.start LIMIT 1
  }[0] AS {{child}}
  WHERE {{child}} IS NOT NULL
  WITH {{_lower}}, {{child}} ORDER BY {{_lower}}.issued_on, {{_lower}}.id
  RETURN {{select}}
}

// field: measures
COLLECT {
  MATCH (:Document {id: {{this}}.upper})-[:HAS_PROVISION]->({{child}}:Measure)
  WITH {{child}} ORDER BY {{child}}.position, {{child}}.id LIMIT 500
  RETURN {{select}}
}

// field: silent
COLLECT {
  MATCH ({{_upper}}:Document {id: {{this}}.upper})-[:HAS_PROVISION]->({{child}}:Measure)
  WHERE {{this}}.status = 'compared'
  WITH {{_upper}}, {{child}}, {{child}} AS {{_measure}}
  WHERE NOT (
    {{use:implementation.aligned}}
  )
  WITH {{child}} ORDER BY {{child}}.position, {{child}}.id LIMIT 500
  RETURN {{select}}
}

// field: added
COLLECT {
  MATCH ({{_upper}}:Document {id: {{this}}.upper, held: true})<-[:IMPLEMENTS|BASED_ON|FORWARDS|EXTENDS]-({{_lower}}:Document)
  WHERE {{this}}.status <> 'not_aligned'
    {{use:implementation.scope}}
  WITH DISTINCT {{_upper}}, {{_lower}}
  MATCH ({{_lower}})-[:HAS_PROVISION]->({{child}}:Measure)
  WHERE NOT EXISTS { MATCH ({{child}})-[:ALIGNED_WITH]->(:Measure)<-[:HAS_PROVISION]-({{_upper}}) }
  WITH {{child}}, {{_lower}} ORDER BY {{_lower}}.issued_on, {{_lower}}.id, {{child}}.position, {{child}}.id LIMIT 500
  RETURN {{select}}
}

// field: coverage
COLLECT {
  MATCH ({{_upper}}:Document {id: {{this}}.upper})
  WHERE {{this}}.status = 'compared'
  WITH {{_upper}}, COLLECT {
    MATCH ({{_upper}})-[:HAS_PROVISION]->({{_measure}}:Measure)
    WHERE NOT coalesce({{_measure}}.organisational, false)
    RETURN
      {{use:implementation.aligned}}
  } AS {{_all}}
  WHERE size({{_all}}) > 0
  RETURN toFloat(size([{{_one}} IN {{_all}} WHERE {{_one}}])) / size({{_all}})
}[0]
