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
