-- A saved search, by the name that somebody gave it.
CREATE TABLE watch (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  query TEXT NOT NULL, -- words and fields as the query language writes them
  options TEXT NOT NULL CHECK (json_valid(options)), -- what the language has no words for
  created TEXT NOT NULL,
  lastRun TEXT -- NULL: never run
) STRICT;
-- The statements that a saved search has shown, with the words they had.
CREATE TABLE watchHit (
  watch INTEGER NOT NULL REFERENCES watch (id) ON DELETE CASCADE,
  identity INTEGER NOT NULL REFERENCES identity (id),
  textHash TEXT NOT NULL, -- as in anchor
  PRIMARY KEY (watch, identity)
) STRICT, WITHOUT ROWID;
