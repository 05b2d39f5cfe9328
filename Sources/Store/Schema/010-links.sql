-- Which texts were read for their terms, and by which version.
CREATE TABLE lawReading (
  revision INTEGER PRIMARY KEY REFERENCES lawRevision (id) ON DELETE CASCADE,
  version TEXT NOT NULL
) STRICT;
-- Words by which a law's own text names a provision: defined terms, captions, rows of tables.
CREATE TABLE lawTerm (
  revision INTEGER NOT NULL REFERENCES lawReading (revision) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('definition', 'defined', 'caption', 'row')),
  word TEXT NOT NULL CHECK (word <> ''),
  element TEXT NOT NULL,
  rowLabel TEXT,
  words TEXT NOT NULL, -- of the law
  PRIMARY KEY (revision, position)
) STRICT, WITHOUT ROWID;
-- 「法第二十八条第一項第二号ハの総務省令で定める…」: the element fills in the target.
CREATE TABLE delegation (
  revision INTEGER NOT NULL REFERENCES lawReading (revision) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  element TEXT NOT NULL,
  targetLaw TEXT NOT NULL,
  targetElement TEXT NOT NULL,
  words TEXT NOT NULL, -- of the law
  PRIMARY KEY (revision, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX delegationByTarget ON delegation (targetLaw, targetElement);
-- The words of the law that led to a link, where its own text did.
ALTER TABLE provisionLink ADD COLUMN words TEXT;
