// purpose: Wait until full-text search finds what was written: its indexes follow commits in the background.
// example: mailuo load PATH
CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()
