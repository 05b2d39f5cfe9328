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
