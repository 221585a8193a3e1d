-- An import taken back as one: by whom, when, how many entries, and the place in the journal of the last of them.

ALTER TABLE import_batch
    ADD COLUMN reversed_by       text,
    ADD COLUMN reversed_at       timestamptz,
    ADD COLUMN entries_reversed  bigint,
    ADD COLUMN reversal_position bigint;
