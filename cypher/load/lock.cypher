// purpose: Take the lock of all writers until the transaction ends: one load or linking at a time.
// example: mailuo load PATH
MERGE (lock:Lock {id: 'writer'})
SET lock.taken_at = datetime()
