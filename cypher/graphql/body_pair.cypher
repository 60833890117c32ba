// purpose: A body above and its counterpart below: {{this}} is a map of upper and lower (ids, one of them may be null), upper_roles, lower_roles and counterpart.

// field: upper
COLLECT { MATCH ({{child}}:Department {id: {{this}}.upper}) RETURN {{select}} }[0]

// field: lower
COLLECT { MATCH ({{child}}:Department {id: {{this}}.lower}) RETURN {{select}} }[0]

// field: counterpart
{{this}}.counterpart

// field: upperRoles
{{this}}.upper_roles

// field: lowerRoles
{{this}}.lower_roles
