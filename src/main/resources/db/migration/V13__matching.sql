-- The view of bank bookings: what the bank said, and what each turned out to be. Texts about people stay sealed.
CREATE SCHEMA matching;

CREATE TABLE matching.line
(
    partnership  text   NOT NULL,
    id           text   NOT NULL,
    account      text   NOT NULL,
    statement_id text   NOT NULL,
    booked_on    date   NOT NULL,
    value_on     date   NOT NULL,
    amount_cents bigint NOT NULL,
    reference    text,
    end_to_end   text,
    other_name   text,
    other_iban   text,
    purpose      text,
    since        bigint NOT NULL,
    until        bigint,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX line_by_day ON matching.line (partnership, booked_on, id);

-- until: released, or the entry was reversed
CREATE TABLE matching.outcome
(
    partnership text   NOT NULL,
    line_id     text   NOT NULL,
    status      text   NOT NULL, -- ASSIGNED, ASIDE
    entry       text,
    entry_id    text,
    reason      text,
    since       bigint NOT NULL,
    until       bigint,
    PRIMARY KEY (partnership, line_id, since)
);
CREATE INDEX outcome_of_entry ON matching.outcome (partnership, entry, entry_id) WHERE until IS NULL;

CREATE TABLE matching.statement
(
    partnership   text    NOT NULL,
    id            text    NOT NULL,
    account       text    NOT NULL,
    name          text    NOT NULL,
    from_day      date    NOT NULL,
    to_day        date    NOT NULL,
    opening_cents bigint,
    closing_cents bigint,
    recorded      integer NOT NULL,
    known         integer NOT NULL,
    since         bigint  NOT NULL,
    until         bigint,
    PRIMARY KEY (partnership, id)
);
GRANT USAGE ON SCHEMA matching TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA matching TO ${app};
