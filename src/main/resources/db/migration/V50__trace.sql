-- Money followed from hand to hand: as part of which arrival each cent was spent or moved on. The funding view is read
-- anew from the journal, as only the events know it of what is there already.
DO
$$
DECLARE
    t text;
BEGIN
    FOR t IN SELECT format('funding.%I', c.relname) FROM pg_class c
             WHERE c.relnamespace = 'funding'::regnamespace AND c.relkind = 'r' LOOP
        EXECUTE 'TRUNCATE ' || t;
    END LOOP;
END
$$;
DELETE FROM view_position WHERE view = 'funding';
DELETE FROM token_entry WHERE processor_name = 'funding';
SELECT aside_drop('funding');

ALTER TABLE funding.expense_part
    ADD COLUMN fund_id text NOT NULL,
    ADD COLUMN via     text; -- the transfer by which it came into the fund; null where it was received there

-- What each transfer took of each contribution
CREATE TABLE funding.transfer_part
(
    partnership     text    NOT NULL,
    transfer_id     text    NOT NULL,
    place           integer NOT NULL, -- 1, 2, 3 … in the order it left
    contribution_id text    NOT NULL,
    fund_id         text    NOT NULL,
    via             text,             -- the transfer by which it had come into this fund
    to_fund_id      text    NOT NULL,
    amount_cents    bigint  NOT NULL,
    on_day          date    NOT NULL,
    since           bigint  NOT NULL,
    until           bigint,
    PRIMARY KEY (partnership, transfer_id, place)
);
CREATE INDEX transfer_part_by_contribution ON funding.transfer_part (partnership, contribution_id);
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON funding.transfer_part TO ${app};

-- What was recorded or undone between two positions
CREATE INDEX contribution_since ON funding.contribution (partnership, since);
CREATE INDEX contribution_until ON funding.contribution (partnership, until) WHERE until IS NOT NULL;
CREATE INDEX expense_since ON funding.expense (partnership, since);
CREATE INDEX expense_until ON funding.expense (partnership, until) WHERE until IS NOT NULL;
CREATE INDEX expense_part_since ON funding.expense_part (partnership, since);
CREATE INDEX transfer_since ON funding.transfer (partnership, since);
CREATE INDEX pledge_since ON funding.pledge (partnership, since);
CREATE INDEX pledge_until ON funding.pledge (partnership, until) WHERE until IS NOT NULL;
CREATE INDEX pledge_terms_since ON funding.pledge_terms (partnership, since);
CREATE INDEX engagement_hours_since ON engagement.hours (partnership, since);
