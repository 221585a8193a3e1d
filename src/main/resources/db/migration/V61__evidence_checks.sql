-- Checks of the whole evidence that someone asked for on the screen: how far each is, and what it has come to.
CREATE TABLE evidence.verification
(
    id          uuid PRIMARY KEY,
    partnership text        NOT NULL,
    started_at  timestamptz NOT NULL DEFAULT now(),
    moved_at    timestamptz NOT NULL DEFAULT now(), -- a run that has not moved for a while was cut off
    entries     bigint      NOT NULL DEFAULT 0,
    done        bigint      NOT NULL DEFAULT 0,
    report      text -- JSON; NULL while it runs
) WITH (fillfactor = 70);
CREATE INDEX verification_of_partnership ON evidence.verification (partnership, started_at);
GRANT SELECT, INSERT, UPDATE ON evidence.verification TO ${app};
