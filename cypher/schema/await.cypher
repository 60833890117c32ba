// purpose: Wait until every index answers.
// parameter: seconds INTEGER — how long at most
// example: mailuo load PATH
CALL db.awaitIndexes($p.seconds)
