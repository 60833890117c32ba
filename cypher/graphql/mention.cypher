// purpose: A body or region that running text names: {{this}} is a NAMES relationship.

// field: department
COLLECT { MATCH ()-[{{this}}]->({{child}}:Department) RETURN {{select}} }[0]

// field: region
COLLECT { MATCH ()-[{{this}}]->({{child}}:Region) RETURN {{select}} }[0]

// field: cue
{{this}}.cue

// field: evidence
{{select:{{this}}}}

// field: provision
COLLECT { MATCH ({{child}}:Provision)-[{{this}}]->() RETURN {{select}} }[0]
