-- Who took data out, and which log-ins were refused. Not facts of the ledger, so not in the journal; as little to be
-- changed as they are.
CREATE TABLE access_record
(
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    partnership text,                                 -- null where someone unknown tried to log in
    kind        text        NOT NULL CHECK (kind IN ('EXPORT', 'LOGIN_REFUSED')),
    user_id     text,                                 -- null where nobody has that name
    what        text,                                 -- the address of what was taken, without searched words
    at          timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX access_record_of_partnership ON access_record (partnership, id);
CREATE TRIGGER access_record_is_append_only BEFORE UPDATE OR DELETE ON access_record
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER access_record_is_never_emptied BEFORE TRUNCATE ON access_record
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE access_record ENABLE ALWAYS TRIGGER access_record_is_append_only;
ALTER TABLE access_record ENABLE ALWAYS TRIGGER access_record_is_never_emptied;
REVOKE ALL ON access_record FROM ${app};
GRANT SELECT, INSERT ON access_record TO ${app};
