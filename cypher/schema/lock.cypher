// purpose: Make the writers' lock one node, whoever comes first.
// example: mailuo load PATH
CREATE CONSTRAINT lock_id IF NOT EXISTS FOR (n:Lock) REQUIRE n.id IS UNIQUE
