-- Every address ever given out. Rows are never deleted and an address is never given out again for
-- something else; only withdrawn changes: when it went, NULL while it is there.
CREATE TABLE identity (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('meeting', 'record', 'agendaItem', 'statement')),
  address TEXT NOT NULL UNIQUE,
  parent INTEGER REFERENCES identity (id), -- the meeting of a record, the record of the others
  key TEXT, -- of a meeting: full paths of its bodies, session and number or date
  path TEXT, -- of a record: the path of the file that it is read from
  number TEXT, -- of a statement: what stands behind the # of its address
  created TEXT NOT NULL,
  withdrawn TEXT,
  CHECK ((kind = 'meeting') = (parent IS NULL)),
  CHECK ((kind = 'meeting') = (key IS NOT NULL)),
  CHECK ((kind = 'record') = (path IS NOT NULL)),
  CHECK ((kind = 'statement') = (number IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX identityByKey ON identity (key) WHERE key IS NOT NULL;
CREATE INDEX identityByParent ON identity (parent, kind);
CREATE INDEX identityByPath ON identity (path) WHERE path IS NOT NULL;
-- Where an address led at a time: file, span of its text, and hash of the words. The last row of an
-- identity is in force. Rows are only added.
CREATE TABLE anchor (
  id INTEGER PRIMARY KEY,
  identity INTEGER NOT NULL REFERENCES identity (id),
  file INTEGER NOT NULL REFERENCES file (id),
  ordinal INTEGER NOT NULL, -- the place in the order of reading
  spanFrom INTEGER NOT NULL CHECK (spanFrom >= 0),
  spanTo INTEGER NOT NULL CHECK (spanTo >= spanFrom),
  textHash TEXT NOT NULL, -- the first 16 hexadecimal digits of the SHA-256 of the words
  created TEXT NOT NULL
) STRICT;
CREATE INDEX anchorByIdentity ON anchor (identity);
CREATE INDEX anchorByFile ON anchor (file);
-- Paths whose record was replaced by another file at the user's word (--replaces): the old file
-- gives that record no more.
CREATE TABLE replacement (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  record INTEGER NOT NULL REFERENCES identity (id),
  successor TEXT NOT NULL, -- the path of the file that took its place
  created TEXT NOT NULL
) STRICT;
CREATE INDEX replacementByPath ON replacement (path);
CREATE TRIGGER identityStays BEFORE DELETE ON identity
BEGIN SELECT raise(ABORT, 'an address is never deleted'); END;
CREATE TRIGGER identityKeepsItsMeaning
BEFORE UPDATE OF id, kind, address, parent, key, number, created ON identity
BEGIN SELECT raise(ABORT, 'an address never changes its meaning'); END;
CREATE TRIGGER anchorStays BEFORE DELETE ON anchor
BEGIN SELECT raise(ABORT, 'an anchor is never deleted'); END;
CREATE TRIGGER anchorIsFixed BEFORE UPDATE ON anchor
BEGIN SELECT raise(ABORT, 'an anchor is never changed'); END;
