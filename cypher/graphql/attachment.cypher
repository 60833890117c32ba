// purpose: An attachment: {{this}} is its title.

// field: title
{{this}}

// field: held
EXISTS {
  MATCH ({{_text}}:Document {held: true})
  WHERE {{_text}}.title = {{this}} OR {{_text}}.issued_title = {{this}} OR {{this}} IN {{_text}}.aliases
}
