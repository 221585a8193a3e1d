-- What a timestamp authority outside has answered about checkpoints (RFC 3161), byte for byte.
CREATE TABLE evidence.timestamp
(
    partnership text        NOT NULL,
    size        bigint      NOT NULL, -- of the checkpoint
    response    bytea       NOT NULL,
    authority   text        NOT NULL, -- as its certificate names it
    stamped_at  timestamptz NOT NULL, -- as the authority says
    CONSTRAINT timestamp_once PRIMARY KEY (partnership, size)
);
CREATE TRIGGER timestamp_is_append_only BEFORE UPDATE OR DELETE ON evidence.timestamp FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE evidence.timestamp ENABLE ALWAYS TRIGGER timestamp_is_append_only;
REVOKE ALL ON evidence.timestamp FROM ${app};
GRANT SELECT, INSERT ON evidence.timestamp TO ${app};
