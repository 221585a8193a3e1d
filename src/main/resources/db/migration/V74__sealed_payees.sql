-- Who is paid may be a person, so it stands here sealed. Equal ones of a year have one mark, a keyed hash that says nothing
-- without the key of that year; each is kept once under it, to be opened by a search. What has been erased has no mark.
ALTER TABLE funding.expense ADD COLUMN payee_mark text;
ALTER TABLE funding.proposal ADD COLUMN payee_mark text;
CREATE TABLE funding.payee
(
    partnership text NOT NULL,
    mark        text NOT NULL,
    payee       text NOT NULL,
    PRIMARY KEY (partnership, mark)
);
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON funding.payee TO ${app};

-- The mark stands among the words, as "~0a1b…": no text has such a word
DROP INDEX funding.expense_words;
CREATE INDEX expense_words ON funding.expense USING gin
    ((array_to_tsvector(ARRAY['=' || partnership, '~' || coalesce(payee_mark, '')])
        || search_words(id || ' ' || voucher || ' ' || category)));

SELECT view_reads_anew('funding');
