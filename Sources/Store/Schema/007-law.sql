-- A text of a law: one revision; several stand side by side. Without days it is 時点不明.
CREATE TABLE lawRevision (
  id INTEGER PRIMARY KEY,
  law TEXT NOT NULL,
  revision TEXT, -- law_revision_id
  inForceFrom TEXT,
  inForceUntil TEXT CHECK (inForceUntil >= inForceFrom),
  title TEXT NOT NULL,
  number TEXT NOT NULL,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  added TEXT NOT NULL,
  slot TEXT NOT NULL AS (coalesce(revision, inForceFrom || '..' || coalesce(inForceUntil, ''), ''))
    STORED,
  UNIQUE (law, slot)
) STRICT;
-- The elements of a text in their order.
CREATE TABLE provision (
  revision INTEGER NOT NULL REFERENCES lawRevision (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  element TEXT NOT NULL, -- short form: Mp-At_58-Pr_2
  anchor TEXT NOT NULL, -- full form, chapters and all
  parent INTEGER CHECK (parent < ordinal), -- what holds it
  title TEXT NOT NULL,
  caption TEXT,
  text TEXT NOT NULL, -- its own sentences
  deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
  PRIMARY KEY (revision, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX provisionByElement ON provision (revision, element);
-- The rows of the tables in an element, cells as a JSON array.
CREATE TABLE provisionRow (
  revision INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  position INTEGER NOT NULL,
  cells TEXT NOT NULL CHECK (json_valid(cells)),
  PRIMARY KEY (revision, ordinal, position),
  FOREIGN KEY (revision, ordinal) REFERENCES provision (revision, ordinal) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX decisionByKind ON decision (kind);
