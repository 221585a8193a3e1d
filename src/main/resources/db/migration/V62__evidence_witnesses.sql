-- Witnesses: people outside who keep checkpoints and co-sign what only adds to what they kept (C2SP cosignature/v1).
CREATE TABLE evidence.witness
(
    partnership text        NOT NULL,
    name        text        NOT NULL,
    key         text        NOT NULL, -- as C2SP signed-note writes it
    user_id     text        NOT NULL, -- who brought it
    added_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT witness_once PRIMARY KEY (partnership, name)
);

CREATE TABLE evidence.cosignature
(
    partnership text        NOT NULL,
    size        bigint      NOT NULL, -- of the checkpoint
    witness     text        NOT NULL,
    line        text        NOT NULL,
    seen_at     timestamptz NOT NULL, -- when the witness says it saw the checkpoint
    CONSTRAINT cosignature_once PRIMARY KEY (partnership, size, witness)
);

CREATE TRIGGER witness_is_append_only BEFORE UPDATE OR DELETE ON evidence.witness FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER cosignature_is_append_only BEFORE UPDATE OR DELETE ON evidence.cosignature FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE evidence.witness ENABLE ALWAYS TRIGGER witness_is_append_only;
ALTER TABLE evidence.cosignature ENABLE ALWAYS TRIGGER cosignature_is_append_only;
REVOKE ALL ON evidence.witness, evidence.cosignature FROM ${app};
GRANT SELECT, INSERT ON evidence.witness, evidence.cosignature TO ${app};
