// purpose: What every node answers.

// field: id
{{this}}.id
