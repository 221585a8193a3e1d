-- What the views have read; each view's own tables stand in a schema of its name.
CREATE TABLE view_position
(
    view     text PRIMARY KEY,
    position bigint      NOT NULL,
    known_at timestamptz NOT NULL
) WITH (fillfactor = 50);
GRANT SELECT, INSERT, UPDATE, DELETE ON view_position TO ${app};

-- Registers: what decisions ask for across streams, written in the deciding transaction itself.
CREATE TABLE period_lock
(
    partnership text NOT NULL,
    id          text NOT NULL,
    from_day    date NOT NULL,
    to_day      date NOT NULL,
    PRIMARY KEY (partnership, id)
);

-- Holds the partnership's gate shared until the end of the transaction, and only then looks.
CREATE FUNCTION period_is_open(of_partnership text, day date) RETURNS boolean LANGUAGE plpgsql VOLATILE AS
$$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('period/' || of_partnership, 0));
    RETURN NOT EXISTS (SELECT FROM period_lock l
                       WHERE l.partnership = of_partnership AND day BETWEEN l.from_day AND l.to_day);
END
$$;

CREATE TABLE rule
(
    partnership text   NOT NULL,
    id          text   NOT NULL,
    rule        text   NOT NULL,
    value       bigint NOT NULL,
    valid_from  date   NOT NULL,
    funder      text,
    set_as      bigint GENERATED ALWAYS AS IDENTITY,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX rule_on_a_day ON rule (partnership, rule, valid_from);
GRANT SELECT, INSERT, DELETE ON period_lock TO ${app};
GRANT SELECT, INSERT ON rule TO ${app};

-- Imports, found again as one
CREATE TABLE import_batch
(
    partnership  text        NOT NULL,
    id           text        NOT NULL,
    state        text        NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'STOPPED')),
    started_by   text        NOT NULL,
    started_at   timestamptz NOT NULL DEFAULT now(),
    finished_at  timestamptz,
    rows         bigint      NOT NULL,
    rows_done    bigint      NOT NULL DEFAULT 0,
    rows_written bigint      NOT NULL DEFAULT 0,
    position     bigint,
    PRIMARY KEY (partnership, id)
);
GRANT SELECT, INSERT, UPDATE ON import_batch TO ${app};
