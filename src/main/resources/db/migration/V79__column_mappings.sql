-- How the columns of foreign tables are read: the headings of a table and, at the same place, the field each is, or
-- nothing where it is left out. Settings of a partnership, no facts: they may be changed and forgotten. No cell of any
-- table stands here. An edition is made anew at each change, so that nobody replaces what they have not seen.
CREATE TABLE column_mapping
(
    partnership text        NOT NULL,
    edition     text        NOT NULL,
    name        text        NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    kind        text        NOT NULL,
    headings    text[]      NOT NULL,
    fields      text[]      NOT NULL CHECK (cardinality(fields) = cardinality(headings)),
    saved_by    text        NOT NULL,
    saved_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (partnership, edition)
);
CREATE UNIQUE INDEX column_mapping_name ON column_mapping (partnership, lower(name));
GRANT SELECT, INSERT, UPDATE, DELETE ON column_mapping TO ${app};
