// purpose: What a Deadline answers in GraphQL.

// field: text
{{this}}.text

// field: kind
{{this}}.kind

// field: startsOn
toString({{this}}.starts_on)

// field: endsOn
toString({{this}}.ends_on)

// field: provision
COLLECT { MATCH ({{child}}:Provision)-[:DUE]->({{this}}) RETURN {{select}} }[0]

// field: evidence
{{select:{{this}}}}
