-- Evidence: every entry of a partnership's journal with a number of its own, sealed in a Merkle tree (RFC 6962). Written
-- by one sealer at a time (org.patenbuch.evidence.Sealing), each turn in one transaction; nothing here ever changes.
CREATE SCHEMA evidence;

CREATE TABLE evidence.leaf
(
    partnership text   NOT NULL,
    no          bigint NOT NULL, -- 1, 2, 3 … without gaps per partnership
    position    bigint NOT NULL, -- of the event
    hash        bytea  NOT NULL, -- SHA-256 of a zero byte and the entry
    entry       bytea  NOT NULL, -- exact bytes, never written again
    CONSTRAINT leaf_numbered_once PRIMARY KEY (partnership, no),
    CONSTRAINT leaf_of_event UNIQUE (position)
);

-- Every eighth level of the tree above the leaves: the hash of a complete subtree of 256, 65,536 … leaves. What lies
-- between is hashed when a proof asks for it.
CREATE TABLE evidence.node
(
    partnership text    NOT NULL,
    level       integer NOT NULL, -- 1: over 256 leaves, 2: over 65,536 …
    n           bigint  NOT NULL, -- 0, 1, 2 … from the left
    hash        bytea   NOT NULL,
    CONSTRAINT node_once PRIMARY KEY (partnership, level, n)
);

-- One root per size, ever
CREATE TABLE evidence.checkpoint
(
    partnership text        NOT NULL,
    size        bigint      NOT NULL,
    root        bytea       NOT NULL,
    note        text        NOT NULL, -- signed (C2SP tlog-checkpoint)
    made_at     timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT checkpoint_of_size PRIMARY KEY (partnership, size)
);

-- Which key signs, the last one now; a later one is handed over to by the one before it
CREATE TABLE evidence.signer
(
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_key bytea       NOT NULL UNIQUE,
    handover   text, -- a note signed by both
    since      timestamptz NOT NULL DEFAULT now()
);

-- An entry as it is sealed. org.patenbuch.evidence.EntryLine writes and reads the same.
CREATE FUNCTION evidence.entry_bytes(no bigint, event_id uuid, stream text, seq bigint, type text, revision text,
                                     recorded_at timestamptz, payload bytea, metadata bytea)
    RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE AS
$$
SELECT convert_to('{"v":1,"no":' || no || ',"event":"' || event_id || '","stream":' || to_json(stream)
                      || ',"seq":' || seq || ',"type":' || to_json(type) || ',"rev":' || to_json(revision)
                      || ',"at":"' || to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
                      || '","payload":"' || encode(sha256(payload), 'hex')
                      || '","meta":"' || encode(sha256(metadata), 'hex') || '"}', 'UTF8')
$$;

CREATE TRIGGER leaf_is_append_only BEFORE UPDATE OR DELETE ON evidence.leaf FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER leaf_is_never_emptied BEFORE TRUNCATE ON evidence.leaf FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER node_is_append_only BEFORE UPDATE OR DELETE ON evidence.node FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER node_is_never_emptied BEFORE TRUNCATE ON evidence.node FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER checkpoint_is_append_only BEFORE UPDATE OR DELETE ON evidence.checkpoint FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER checkpoint_is_never_emptied BEFORE TRUNCATE ON evidence.checkpoint FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER signer_is_append_only BEFORE UPDATE OR DELETE ON evidence.signer FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER signer_is_never_emptied BEFORE TRUNCATE ON evidence.signer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE evidence.leaf ENABLE ALWAYS TRIGGER leaf_is_append_only;
ALTER TABLE evidence.leaf ENABLE ALWAYS TRIGGER leaf_is_never_emptied;
ALTER TABLE evidence.node ENABLE ALWAYS TRIGGER node_is_append_only;
ALTER TABLE evidence.node ENABLE ALWAYS TRIGGER node_is_never_emptied;
ALTER TABLE evidence.checkpoint ENABLE ALWAYS TRIGGER checkpoint_is_append_only;
ALTER TABLE evidence.checkpoint ENABLE ALWAYS TRIGGER checkpoint_is_never_emptied;
ALTER TABLE evidence.signer ENABLE ALWAYS TRIGGER signer_is_append_only;
ALTER TABLE evidence.signer ENABLE ALWAYS TRIGGER signer_is_never_emptied;

GRANT USAGE ON SCHEMA evidence TO ${app};
REVOKE ALL ON ALL TABLES IN SCHEMA evidence FROM ${app}; -- the embedded cluster grants more on every new table
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA evidence TO ${app};
