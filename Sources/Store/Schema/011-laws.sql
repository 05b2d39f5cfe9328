-- What the cells of a row take, as [[rows,columns],…]; null where each takes one place.
ALTER TABLE provisionRow ADD COLUMN spans TEXT CHECK (spans IS NULL OR json_valid(spans));
-- Name and version of what read the text: the same file is read anew by another one.
ALTER TABLE lawRevision ADD COLUMN reader TEXT NOT NULL DEFAULT '';
