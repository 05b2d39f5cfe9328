-- The schema of a Shingi index (SQLite 3.40 or newer), as `sqlite3 Index/shingi.sqlite .schema`
-- shows it. Made by the steps in Sources/Store/Schema; a test keeps this file true
-- (SHINGI_UPDATE_GOLDEN=1 swift test --filter SchemaTests writes it anew).

-- ===== 001-source =====
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

-- ===== 002-identity =====
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

-- ===== 003-record =====
-- A council, subcommittee or committee.
CREATE TABLE body (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE, -- names from the highest down, each / in a name written ∕, joined by /
  name TEXT NOT NULL,
  nameKey TEXT NOT NULL, -- folded, for comparison
  parent INTEGER REFERENCES body (id)
) STRICT;
CREATE INDEX bodyByNameKey ON body (nameKey);
CREATE INDEX bodyByParent ON body (parent);
-- One sitting; title, date and place are those of its first record in force.
CREATE TABLE meeting (
  id INTEGER PRIMARY KEY REFERENCES identity (id),
  address TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL UNIQUE,
  bodyName TEXT NOT NULL,
  designator TEXT NOT NULL, -- what stands behind the body in the address: 86, 212-5, 2025-05-13
  session INTEGER,
  number INTEGER,
  title TEXT NOT NULL,
  date TEXT CHECK (date IS NULL OR date LIKE '____-__-__'),
  place TEXT
) STRICT;
CREATE INDEX meetingByDate ON meeting (date, address);
CREATE INDEX meetingByDesignator ON meeting (designator);
-- The bodies that sat, in the order of the record.
CREATE TABLE meetingBody (
  meeting INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  body INTEGER NOT NULL REFERENCES body (id),
  PRIMARY KEY (meeting, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX meetingBodyByBody ON meetingBody (body, meeting);
-- One published text of a meeting. Lists of names, times and spans are JSON.
CREATE TABLE record (
  id INTEGER PRIMARY KEY REFERENCES identity (id),
  address TEXT NOT NULL UNIQUE,
  meeting INTEGER NOT NULL REFERENCES meeting (id),
  ordinal INTEGER NOT NULL CHECK (ordinal > 0),
  file INTEGER NOT NULL REFERENCES file (id),
  place TEXT,
  fileOrdinal INTEGER NOT NULL, -- the place of the record in the file, from 0
  sourceName TEXT NOT NULL,
  parser TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('verbatim', 'namedSummary', 'anonymousSummary',
    'decisions', 'narration', 'questionsAnswers', 'written', 'mixed')),
  status TEXT CHECK (status IN ('provisional', 'final', 'erratum')),
  completeness TEXT NOT NULL CHECK (completeness IN ('whole', 'excerpt')),
  bodies TEXT NOT NULL CHECK (json_valid(bodies)),
  session INTEGER,
  number INTEGER,
  title TEXT NOT NULL,
  date TEXT,
  times TEXT NOT NULL CHECK (json_valid(times)),
  UNIQUE (meeting, ordinal)
) STRICT;
CREATE INDEX recordByFile ON record (file);
-- Somebody across meetings; the name is the fullest form that the records give.
CREATE TABLE person (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  name TEXT NOT NULL,
  nameKey TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX personByNameKey ON person (nameKey);
-- The attendance list: with its date, the role that a person held on that day.
CREATE TABLE attendee (
  record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  person TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  role TEXT,
  groupName TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('chair', 'deputyChair', 'member', 'secretariat', 'official',
    'observer', 'guest')),
  organisation TEXT,
  presence TEXT NOT NULL CHECK (presence IN ('present', 'online', 'absent', 'proxy')),
  substitute TEXT,
  source TEXT NOT NULL CHECK (json_valid(source)),
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX attendeeByPerson ON attendee (person) WHERE person IS NOT NULL;
CREATE INDEX attendeeByRole ON attendee (role);
-- A paper laid before the meeting.
CREATE TABLE document (
  record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  label TEXT NOT NULL,
  title TEXT,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;
-- A matter on the agenda; path is its place in the tree (1.2), the mark is kept as printed.
CREATE TABLE agendaItem (
  id INTEGER PRIMARY KEY REFERENCES identity (id),
  record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  position INTEGER NOT NULL, -- parents before their children
  path TEXT NOT NULL,
  parent INTEGER REFERENCES agendaItem (id) ON DELETE CASCADE,
  mark TEXT,
  title TEXT NOT NULL,
  source TEXT NOT NULL CHECK (json_valid(source)),
  UNIQUE (record, path)
) STRICT;
CREATE INDEX agendaItemByParent ON agendaItem (parent);
-- What the record narrates and nobody is quoted for.
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('explanation', 'noQuestions', 'discussion', 'approval', 'vote',
    'ruling', 'agendaMove', 'interjection', 'recess', 'opening', 'closing', 'other')),
  person TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  personName TEXT,
  documents TEXT NOT NULL CHECK (json_valid(documents)),
  result TEXT,
  text TEXT NOT NULL,
  beforeStatement INTEGER NOT NULL,
  inStatement INTEGER,
  source TEXT NOT NULL CHECK (json_valid(source)),
  UNIQUE (record, position)
) STRICT;
CREATE INDEX eventByPerson ON event (person) WHERE person IS NOT NULL;
-- The agenda items that an event concerns.
CREATE TABLE eventAgenda (
  event INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  item INTEGER NOT NULL REFERENCES agendaItem (id) ON DELETE CASCADE,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX eventAgendaByItem ON eventAgenda (item);
-- Something odd in a source, or something that could not be understood.
CREATE TABLE finding (
  record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  line INTEGER,
  message TEXT NOT NULL,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX findingByKind ON finding (kind);

-- ===== 004-statement =====
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

-- ===== 005-curation =====
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

-- ===== 006-search =====
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

-- ===== 007-law =====
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

-- ===== 008-postings =====
-- The search index: folded texts as postings (Search/Postings). FTS5 is not needed any more.
DROP TABLE statementIndexTerm;
DROP TABLE passageIndexTerm;
DROP TABLE statementIndex;
DROP TABLE passageIndex;
-- A segment: some statements, or some passages, with all their terms. It is written once; only what
-- was removed of it changes, until it is merged with others.
CREATE TABLE searchSegment (
  id INTEGER PRIMARY KEY,
  collection TEXT NOT NULL CHECK (collection IN ('statement', 'passage')),
  stamp INTEGER NOT NULL UNIQUE, -- at random: tells it from every other segment of any index
  documents INTEGER NOT NULL, -- documents are numbered from 0 in the order of their ids
  removedCount INTEGER NOT NULL,
  firstID INTEGER NOT NULL,
  lastID INTEGER NOT NULL,
  firstPage INTEGER NOT NULL, -- searchTerm.id
  pages INTEGER NOT NULL,
  firstPosting INTEGER NOT NULL, -- posting.id
  postings INTEGER NOT NULL,
  removed BLOB, -- one bit a document
  directory BLOB NOT NULL, -- the first term of each page, 8 bytes each
  ids BLOB NOT NULL, -- 8 bytes a document
  lengths BLOB NOT NULL, -- the class of the length of each folded text, 1 byte
  kinds BLOB NOT NULL -- the kind of each passage, 1 byte
) STRICT;
CREATE INDEX searchSegmentByCollection ON searchSegment (collection, documents);
-- Pages of the list of terms of a segment, with the postings of those that up to 128 documents bear.
CREATE TABLE searchTerm (
  id INTEGER PRIMARY KEY,
  content BLOB NOT NULL
) STRICT;
-- Postings of terms that more documents bear, 128 to a block, 128 blocks to a row.
CREATE TABLE posting (
  id INTEGER PRIMARY KEY,
  documents BLOB NOT NULL,
  places BLOB NOT NULL -- where the term stands in each document; read for phrases only
) STRICT;

-- ===== 009-people =====
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

-- ===== 010-links =====
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

-- ===== 011-laws =====
-- What the cells of a row take, as [[rows,columns],…]; null where each takes one place.
ALTER TABLE provisionRow ADD COLUMN spans TEXT CHECK (spans IS NULL OR json_valid(spans));
-- Name and version of what read the text: the same file is read anew by another one.
ALTER TABLE lawRevision ADD COLUMN reader TEXT NOT NULL DEFAULT '';

-- ===== 012-watch =====
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
