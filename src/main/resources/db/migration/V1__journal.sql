-- The journal: every fact of every partnership, once, in one order.

CREATE SEQUENCE journal_position AS bigint CACHE 1;

-- A transaction takes its id before it draws a position. The horizon (org.patenbuch.eventstore.Horizon) relies on it:
-- a position drawn before a moment belongs to a transaction that is older than that moment.
CREATE FUNCTION next_position() RETURNS bigint LANGUAGE plpgsql VOLATILE AS
$$
BEGIN
    PERFORM pg_current_xact_id();
    RETURN nextval('journal_position');
END
$$;

CREATE TABLE event
(
    position    bigint      NOT NULL DEFAULT next_position(),
    partnership text        NOT NULL,
    stream      text        NOT NULL, -- type/id within the partnership: fund/F-KOO
    seq         bigint      NOT NULL, -- 0, 1, 2 … without gaps per stream
    event_id    uuid        NOT NULL,
    type        text        NOT NULL,
    revision    text        NOT NULL,
    recorded_at timestamptz NOT NULL, -- whole milliseconds
    payload     bytea       NOT NULL, -- exact bytes, never re-serialised
    metadata    bytea       NOT NULL,
    CONSTRAINT event_position PRIMARY KEY (position),
    CONSTRAINT event_once_per_stream UNIQUE (partnership, stream, seq)
);
CREATE INDEX event_of_partnership ON event (partnership, position);

-- What each command was called and what it said: the same name again is a repeat or is refused, never a second event.
-- Written in the transaction of the command's events; also the register of everything that can be referred to.
CREATE TABLE entry
(
    partnership text   NOT NULL,
    kind        text   NOT NULL, -- partner, fund, contribution, hours, reversal …
    id          text   NOT NULL,
    fingerprint bytea  NOT NULL, -- keyed hash of the command's content
    stream      text   NOT NULL,
    position    bigint NOT NULL, -- of the command's last event
    CONSTRAINT entry_named_once PRIMARY KEY (partnership, kind, id)
);

-- A cache of a long stream's state; may be emptied at any time.
CREATE TABLE snapshot
(
    partnership text   NOT NULL,
    stream      text   NOT NULL,
    seq         bigint NOT NULL,
    shape       text   NOT NULL, -- class and revision of the state; another shape is ignored
    state       bytea  NOT NULL,
    CONSTRAINT snapshot_of_stream PRIMARY KEY (partnership, stream)
);

-- How far each view has read; Axon's token store.
CREATE TABLE token_entry
(
    processor_name varchar(255) NOT NULL,
    segment        integer      NOT NULL,
    token          bytea,
    token_type     varchar(255),
    timestamp      varchar(255),
    owner          varchar(255),
    PRIMARY KEY (processor_name, segment)
) WITH (fillfactor = 50);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'the journal is append-only: % on % refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER event_is_append_only BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_is_never_emptied BEFORE TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER entry_is_append_only BEFORE UPDATE OR DELETE ON entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER entry_is_never_emptied BEFORE TRUNCATE ON entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- ALWAYS: also under session_replication_role = replica
ALTER TABLE event ENABLE ALWAYS TRIGGER event_is_append_only;
ALTER TABLE event ENABLE ALWAYS TRIGGER event_is_never_emptied;
ALTER TABLE entry ENABLE ALWAYS TRIGGER entry_is_append_only;
ALTER TABLE entry ENABLE ALWAYS TRIGGER entry_is_never_emptied;

GRANT USAGE ON SEQUENCE journal_position TO ${app};
GRANT SELECT ON SEQUENCE journal_position TO ${app};
REVOKE ALL ON event, entry FROM ${app}; -- the embedded cluster grants more on every new table
GRANT SELECT, INSERT ON event, entry TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON snapshot, token_entry TO ${app};

-- Keys of persons, apart from the journal so that both can be backed up on their own cycle.
CREATE SCHEMA keys;
CREATE TABLE keys.person_key
(
    subject text        NOT NULL, -- partnership/kind/id
    version integer     NOT NULL,
    wrapped bytea       NOT NULL, -- under the master key
    made_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT person_key_once PRIMARY KEY (subject, version)
);
GRANT USAGE ON SCHEMA keys TO ${app};
GRANT SELECT, INSERT, DELETE ON keys.person_key TO ${app};
