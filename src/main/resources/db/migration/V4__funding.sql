-- Register of pledges: what each has received, as of the deciding transaction (org.patenbuch.pledge.Pledges).
CREATE TABLE pledge_received
(
    partnership    text    NOT NULL,
    pledge_id      text    NOT NULL,
    partner_id     text    NOT NULL,
    fund_id        text    NOT NULL,
    received_cents bigint  NOT NULL DEFAULT 0,
    withdrawn      boolean NOT NULL DEFAULT false,
    CONSTRAINT pledge_received_once PRIMARY KEY (partnership, pledge_id)
) WITH (fillfactor = 70);
GRANT SELECT, INSERT, UPDATE ON pledge_received TO ${app};
