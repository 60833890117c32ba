// purpose: Evidence: {{this}} is a node, relationship or map that carries quote, start, end, page, printed_page, rule, origin.

// field: quote
{{this}}.quote

// field: start
{{this}}.start

// field: end
{{this}}.end

// field: page
{{this}}.page

// field: printedPage
{{this}}.printed_page

// field: rule
{{this}}.rule

// field: origin
coalesce({{this}}.origin, 'automatic')
