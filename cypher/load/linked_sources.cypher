// purpose: Mark every file that is written as linked.
// example: mailuo load PATH
MATCH (source:Source {state: 'written'})
SET source.state = 'linked'
