-- A file as it was read: its bytes, its text, and what read it. The row that is in force for a path
-- has superseded = NULL; those before it stay, so that old anchors can still be looked up.
CREATE TABLE file (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL CHECK (path <> ''),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  bytes BLOB NOT NULL,
  text TEXT, -- NULL where the bytes are this text in UTF-8
  reader TEXT NOT NULL,
  parser TEXT NOT NULL,
  derivation TEXT NOT NULL, -- versions of the derivations, as the pipeline names them
  ingested TEXT NOT NULL,
  superseded TEXT,
  UNIQUE (path, sha256)
) STRICT;
CREATE UNIQUE INDEX fileInForce ON file (path) WHERE superseded IS NULL;
CREATE INDEX fileBySha256 ON file (sha256);
