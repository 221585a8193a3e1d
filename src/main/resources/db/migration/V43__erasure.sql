-- Whose keys were destroyed, for ever: no key is made again for them, and a backup put back brings none back. The data
-- folder holds the same list in a file of its own (org.patenbuch.privacy.ErasureList).
CREATE TABLE keys.erased
(
    subject   text        NOT NULL, -- partnership/kind/id
    erased_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT erased_once PRIMARY KEY (subject)
);
-- By its name the file of one database is not taken for that of another; a backup put back keeps it
CREATE TABLE keys.installation
(
    id uuid PRIMARY KEY DEFAULT gen_random_uuid()
);
INSERT INTO keys.installation DEFAULT VALUES;
CREATE TRIGGER erased_is_append_only BEFORE UPDATE OR DELETE ON keys.erased FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER erased_is_never_emptied BEFORE TRUNCATE ON keys.erased FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE keys.erased ENABLE ALWAYS TRIGGER erased_is_append_only;
ALTER TABLE keys.erased ENABLE ALWAYS TRIGGER erased_is_never_emptied;

CREATE FUNCTION keys.refuse_erased() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    IF EXISTS (SELECT FROM keys.erased e WHERE e.subject = NEW.subject) THEN
        RAISE EXCEPTION 'erased: no key is made again' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER key_of_nobody_erased BEFORE INSERT OR UPDATE ON keys.person_key
    FOR EACH ROW EXECUTE FUNCTION keys.refuse_erased();
ALTER TABLE keys.person_key ENABLE ALWAYS TRIGGER key_of_nobody_erased;

CREATE INDEX person_key_by_id ON keys.person_key (split_part(subject, '/', 1), split_part(subject, '/', 3));

REVOKE ALL ON keys.erased, keys.installation FROM ${app}; -- the embedded cluster grants more on every new table
GRANT SELECT, INSERT ON keys.erased TO ${app};
GRANT SELECT ON keys.installation TO ${app};

-- Register of what has been asked and decided about the data of a person (org.patenbuch.erasure.PersonFiles).
CREATE TABLE person_file
(
    partnership  text NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('SPONSOR', 'HOUSEHOLD')),
    person_id    text NOT NULL,
    requested_on date,
    erased_on    date,
    position     bigint, -- of the erasure
    PRIMARY KEY (partnership, kind, person_id)
);
CREATE TABLE person_hold
(
    partnership text NOT NULL,
    hold_id     text NOT NULL,
    kind        text NOT NULL,
    person_id   text NOT NULL,
    norm        text NOT NULL,
    until_day   date NOT NULL,
    PRIMARY KEY (partnership, hold_id)
);
CREATE INDEX person_hold_of ON person_hold (partnership, kind, person_id);
GRANT SELECT, INSERT, UPDATE ON person_file TO ${app};
GRANT SELECT, INSERT, DELETE ON person_hold TO ${app};

-- Of whom nothing is left to be read, not even what is sealed stays in a view
ALTER TABLE engagement.sponsor ALTER COLUMN name DROP NOT NULL;
ALTER TABLE engagement.recognition ALTER COLUMN basis DROP NOT NULL;
