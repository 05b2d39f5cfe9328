-- Somebody as one record names them. The id is made from the exact name and the meeting, and always
-- answers for the person; which mentions are one person follows from all of them together and from
-- what humans decided, whatever the order in which the files came.
CREATE TABLE mention (
  record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  id TEXT NOT NULL CHECK (id <> ''),
  person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  exactKey TEXT NOT NULL, -- the name without blanks and widths: 髙 and 高 differ
  nameKey TEXT NOT NULL, -- folded: 髙 and 高 are equal
  bodies TEXT NOT NULL CHECK (json_valid(bodies)), -- full paths
  organisations TEXT NOT NULL CHECK (json_valid(organisations)), -- folded
  side TEXT NOT NULL CHECK (side IN ('members', 'administration', 'observers', 'guests',
    'unknown')),
  date TEXT,
  byHuman INTEGER NOT NULL CHECK (byHuman IN (0, 1)), -- named by a decision, not by the record
  PRIMARY KEY (record, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentionById ON mention (id);
CREATE INDEX mentionByNameKey ON mention (nameKey);
CREATE INDEX mentionByPerson ON mention (person);
-- Ids of mentions that a corrected source or a newer parser gives no more, and who they are now
-- (NULL: nobody). Rows are only added; the last of an id counts, while no mention bears it.
CREATE TABLE personRedirect (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  successor TEXT,
  created TEXT NOT NULL
) STRICT;
CREATE INDEX personRedirectById ON personRedirect (id);
CREATE TRIGGER personRedirectStays BEFORE DELETE ON personRedirect
BEGIN SELECT raise(ABORT, 'an address is never deleted'); END;
CREATE TRIGGER personRedirectIsFixed BEFORE UPDATE ON personRedirect
BEGIN SELECT raise(ABORT, 'an address never changes its meaning'); END;
ALTER TABLE attendee ADD COLUMN mention TEXT;
ALTER TABLE event ADD COLUMN mention TEXT;
ALTER TABLE statement ADD COLUMN speakerMention TEXT;
ALTER TABLE statement ADD COLUMN readByMention TEXT;
ALTER TABLE reportedPosition ADD COLUMN holderMention TEXT;
