-- Everything that can be searched beside statements, with the words that are searched.
CREATE TABLE passage (
  id INTEGER PRIMARY KEY, -- by date, as that of a statement
  record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('event', 'agenda', 'document', 'attendance')),
  position INTEGER NOT NULL, -- in its own table
  item INTEGER REFERENCES agendaItem (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  UNIQUE (record, kind, position)
) STRICT;
CREATE INDEX passageByKind ON passage (kind);
CREATE INDEX passageByItem ON passage (item) WHERE item IS NOT NULL;
-- The pairs of neighbouring characters of each folded text, as Search/SearchTerms.swift encodes
-- them; rowid is the id of the statement or of the passage. Contentless: rebuilt from the texts.
CREATE VIRTUAL TABLE statementIndex USING fts5 (
  terms, content = '', tokenize = "ascii", detail = full);
CREATE VIRTUAL TABLE passageIndex USING fts5 (
  terms, content = '', tokenize = "ascii", detail = full);
-- What stands in the two, for `shingi verify`; views that store nothing.
CREATE VIRTUAL TABLE statementIndexTerm USING fts5vocab (statementIndex, instance);
CREATE VIRTUAL TABLE passageIndexTerm USING fts5vocab (passageIndex, instance);
-- Facts about this index: the version of the search terms.
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
