-- A text of a law as it was added: one revision of it; several stand side by side. Which of them is
-- in force on a day is asked of the days here and of the catalogue; without both it is 時点不明.
CREATE TABLE lawRevision (
  id INTEGER PRIMARY KEY,
  law TEXT NOT NULL CHECK (law <> ''), -- e-Gov's law_id
  revision TEXT CHECK (revision <> ''), -- e-Gov's law_revision_id; NULL where nothing tells it
  inForceFrom TEXT,
  inForceUntil TEXT CHECK (inForceUntil >= inForceFrom), -- the last day
  title TEXT NOT NULL,
  number TEXT NOT NULL, -- as printed
  file TEXT NOT NULL, -- the name of the file it was read from
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  added TEXT NOT NULL,
  -- The text whose place a new one takes: the revision, else the days, else the one of no known time.
  slot TEXT NOT NULL AS (coalesce(revision, inForceFrom || '..' || coalesce(inForceUntil, ''), ''))
    STORED,
  UNIQUE (law, slot)
) STRICT;
-- Every element of a text in the order in which it stands.
CREATE TABLE provision (
  revision INTEGER NOT NULL REFERENCES lawRevision (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL, -- from 0
  element TEXT NOT NULL, -- e-Gov's id in the short form: Mp-At_58-Pr_2-It_1
  anchor TEXT NOT NULL, -- in the full form, chapters and all, as the site's anchors have it
  parent INTEGER CHECK (parent < ordinal), -- the ordinal of what holds it; NULL for 本則, 附則, 別表
  title TEXT NOT NULL, -- 第三十四条の十, 第二章, イ
  caption TEXT, -- （見出し）
  text TEXT NOT NULL, -- its own sentences, without those of what lies below it
  deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)), -- the text says 削除
  PRIMARY KEY (revision, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX provisionByElement ON provision (revision, element);
-- The rows of the tables that stand in an element, cell by cell as a JSON array.
CREATE TABLE provisionRow (
  revision INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  position INTEGER NOT NULL, -- from 0
  cells TEXT NOT NULL CHECK (json_valid(cells)),
  PRIMARY KEY (revision, ordinal, position),
  FOREIGN KEY (revision, ordinal) REFERENCES provision (revision, ordinal) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
-- Decisions about links are looked up whenever a record is written.
CREATE INDEX decisionByKind ON decision (kind);
