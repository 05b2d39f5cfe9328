-- What a human decided. Rows are only added; the last one on an anchor is in force. The anchor is a
-- span of a source with the words quoted from it, or a person or provision, never a derived row.
CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind <> ''),
  sourceHash TEXT CHECK (length(sourceHash) = 64),
  spanFrom INTEGER CHECK (spanFrom >= 0),
  spanTo INTEGER CHECK (spanTo >= spanFrom),
  quoted TEXT,
  subject TEXT, -- id of a person, address of a provision
  value TEXT NOT NULL CHECK (json_valid(value)),
  author TEXT NOT NULL CHECK (author <> ''),
  created TEXT NOT NULL,
  CHECK ((sourceHash IS NULL) = (spanFrom IS NULL) AND (sourceHash IS NULL) = (spanTo IS NULL)
    AND (sourceHash IS NULL) = (quoted IS NULL)),
  CHECK (sourceHash IS NOT NULL OR subject IS NOT NULL)
) STRICT;
CREATE INDEX decisionBySource ON decision (sourceHash, spanFrom);
CREATE INDEX decisionBySubject ON decision (subject);
CREATE TRIGGER decisionStays BEFORE DELETE ON decision
BEGIN SELECT raise(ABORT, 'a decision is never deleted'); END;
CREATE TRIGGER decisionIsFixed BEFORE UPDATE ON decision
BEGIN SELECT raise(ABORT, 'a decision is never changed'); END;
