-- Register of bank bookings: which are known, and which are still open, as of the deciding transaction
-- (org.patenbuch.bank.BankLines).
CREATE TABLE bank_line
(
    partnership  text    NOT NULL,
    line_id      text    NOT NULL,
    account      text    NOT NULL,
    booked_on    date    NOT NULL,
    amount_cents bigint  NOT NULL,
    state        text    NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'ASSIGNED', 'ASIDE')),
    times        integer NOT NULL DEFAULT 0, -- how often it has been assigned
    entry        text,
    entry_id     text,
    CONSTRAINT bank_line_once PRIMARY KEY (partnership, line_id)
) WITH (fillfactor = 80);
CREATE INDEX bank_line_by_day ON bank_line (partnership, account, booked_on);
-- One contribution is one booking
CREATE UNIQUE INDEX bank_line_of_entry ON bank_line (partnership, entry, entry_id) WHERE entry_id IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON bank_line TO ${app};
