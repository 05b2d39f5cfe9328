-- One turn of one speaker. The id is the day of the meeting (days since 0001-01-01) times 2^24 plus
-- a running number, so that ids are in the order of dates. Its address is that of the record, #, and
-- the number. Offsets count Unicode scalars of the text.
CREATE TABLE statement (
  id INTEGER PRIMARY KEY,
  record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  position INTEGER NOT NULL, -- index in the record, from 0
  identity INTEGER NOT NULL UNIQUE REFERENCES identity (id),
  number TEXT NOT NULL,
  readingOrder INTEGER NOT NULL,
  label TEXT,
  speaker TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  speakerName TEXT,
  speakerKey TEXT, -- full name, else surname, folded for comparison
  surname TEXT,
  role TEXT,
  roleKey TEXT,
  organisation TEXT,
  organisationKey TEXT, -- of the label, else of the attendance list
  readBy TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  readByName TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('chair', 'deputyChair', 'member', 'secretariat', 'official',
    'observer', 'guest', 'anonymous', 'unknown')),
  level TEXT NOT NULL CHECK (level IN ('verbatim', 'namedSummary', 'anonymousSummary',
    'decisions', 'narration', 'questionsAnswers', 'written', 'mixed')),
  text TEXT NOT NULL,
  paragraphs TEXT NOT NULL CHECK (json_valid(paragraphs)),
  sentences TEXT NOT NULL CHECK (json_valid(sentences)),
  source TEXT NOT NULL CHECK (json_valid(source)),
  UNIQUE (record, position),
  UNIQUE (record, number)
) STRICT;
CREATE INDEX statementBySpeaker ON statement (speaker) WHERE speaker IS NOT NULL;
CREATE INDEX statementByReader ON statement (readBy) WHERE readBy IS NOT NULL;
CREATE INDEX statementBySpeakerKey ON statement (speakerKey, speakerName);
CREATE INDEX statementByRole ON statement (roleKey);
CREATE INDEX statementByOrganisation ON statement (organisationKey)
  WHERE organisationKey IS NOT NULL;
CREATE INDEX statementByKind ON statement (kind);
-- The deepest agenda items under discussion.
CREATE TABLE statementAgenda (
  statement INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  item INTEGER NOT NULL REFERENCES agendaItem (id) ON DELETE CASCADE,
  PRIMARY KEY (statement, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX statementAgendaByItem ON statementAgenda (item, statement);
-- The stance of the speaker towards a target, with the words that show it.
CREATE TABLE position (
  statement INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  stance TEXT NOT NULL CHECK (stance IN ('support', 'conditionalSupport', 'oppose', 'concern',
    'request', 'question', 'answer', 'comment')),
  targetKind TEXT NOT NULL CHECK (targetKind IN ('proposal', 'speaker', 'topic', 'organisation')),
  target TEXT,
  targetStatements TEXT NOT NULL CHECK (json_valid(targetStatements)), -- indices in the record
  targetAgenda TEXT NOT NULL CHECK (json_valid(targetAgenda)),
  addressee TEXT,
  clauseFrom INTEGER NOT NULL,
  clauseTo INTEGER NOT NULL CHECK (clauseTo >= clauseFrom),
  evidenceFrom INTEGER NOT NULL,
  evidenceTo INTEGER NOT NULL CHECK (evidenceTo >= evidenceFrom),
  cueFrom INTEGER NOT NULL,
  cueTo INTEGER NOT NULL CHECK (cueTo >= cueFrom),
  conditionFrom INTEGER,
  conditionTo INTEGER CHECK ((conditionTo IS NULL) = (conditionFrom IS NULL)),
  concessionFrom INTEGER,
  concessionTo INTEGER CHECK ((concessionTo IS NULL) = (concessionFrom IS NULL)),
  hedged INTEGER NOT NULL CHECK (hedged IN (0, 1)),
  modality TEXT CHECK (modality IN ('suggestion', 'commitment', 'invitation', 'procedural')),
  rule TEXT NOT NULL,
  PRIMARY KEY (statement, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX positionByStance ON position (stance, statement);
-- Somebody else's view, told by the speaker.
CREATE TABLE reportedPosition (
  statement INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  holder TEXT,
  holderPerson TEXT,
  how TEXT NOT NULL CHECK (how IN ('explicit', 'presumed', 'resolved')),
  stance TEXT NOT NULL CHECK (stance IN ('support', 'conditionalSupport', 'oppose', 'concern',
    'request', 'question', 'answer', 'comment')),
  target TEXT,
  targetStatements TEXT NOT NULL CHECK (json_valid(targetStatements)),
  clauseFrom INTEGER NOT NULL,
  clauseTo INTEGER NOT NULL CHECK (clauseTo >= clauseFrom),
  evidenceFrom INTEGER NOT NULL,
  evidenceTo INTEGER NOT NULL CHECK (evidenceTo >= evidenceFrom),
  rule TEXT NOT NULL,
  PRIMARY KEY (statement, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX reportedPositionByStance ON reportedPosition (stance, statement);
-- A statement's tie to earlier statements.
CREATE TABLE relation (
  statement INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('agreesWith', 'disagreesWith', 'answers', 'refersTo')),
  evidenceFrom INTEGER NOT NULL,
  evidenceTo INTEGER NOT NULL CHECK (evidenceTo >= evidenceFrom),
  rule TEXT NOT NULL,
  PRIMARY KEY (statement, position)
) STRICT, WITHOUT ROWID;
-- The statements to which a relation leads.
CREATE TABLE relationTarget (
  statement INTEGER NOT NULL,
  position INTEGER NOT NULL,
  target INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
  PRIMARY KEY (statement, position, target),
  FOREIGN KEY (statement, position) REFERENCES relation (statement, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX relationTargetByTarget ON relationTarget (target);
-- What somebody said they would do.
CREATE TABLE undertaking (
  statement INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  actor TEXT,
  whatFrom INTEGER NOT NULL,
  whatTo INTEGER NOT NULL CHECK (whatTo >= whatFrom),
  due TEXT,
  rule TEXT NOT NULL,
  PRIMARY KEY (statement, position)
) STRICT, WITHOUT ROWID;
-- A stretch of a statement tied to a provision; candidates lie below the threshold.
CREATE TABLE provisionLink (
  statement INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
  candidate INTEGER NOT NULL CHECK (candidate IN (0, 1)),
  position INTEGER NOT NULL,
  law TEXT NOT NULL,
  element TEXT, -- NULL: the law as a whole
  article TEXT, -- the element cut at its article
  rowTable TEXT,
  rowLabel TEXT CHECK ((rowLabel IS NULL) = (rowTable IS NULL)),
  revision TEXT,
  citation TEXT NOT NULL,
  basis TEXT NOT NULL CHECK (basis IN ('explicit', 'term', 'delegation', 'agenda', 'relation',
    'similarity')),
  confidence REAL CHECK (confidence BETWEEN 0 AND 1),
  evidenceFrom INTEGER,
  evidenceTo INTEGER CHECK ((evidenceTo IS NULL) = (evidenceFrom IS NULL)),
  via TEXT,
  rule TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('machine', 'confirmed', 'rejected', 'added')),
  PRIMARY KEY (statement, candidate, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX provisionLinkByLaw ON provisionLink (law, article, statement);
CREATE INDEX provisionLinkByArticle ON provisionLink (article, statement);
