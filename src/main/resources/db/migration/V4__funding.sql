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

-- The funding view. A row is a version: since is the position that made it, until the position that ended it (null:
-- it holds). Nothing else in it ever changes, so a question at position n is: since <= n and (until is null or > n).
CREATE SCHEMA funding;

CREATE TABLE funding.partner
(
    partnership text   NOT NULL,
    id          text   NOT NULL,
    name        text   NOT NULL,
    kind        text   NOT NULL,
    roles       text   NOT NULL, -- one a line
    since_day   date   NOT NULL,
    since       bigint NOT NULL,
    until       bigint,
    PRIMARY KEY (partnership, id, since)
);

CREATE TABLE funding.fund
(
    partnership text    NOT NULL,
    id          text    NOT NULL,
    name        text    NOT NULL,
    purpose     text    NOT NULL,
    restricted  boolean NOT NULL,
    since       bigint  NOT NULL,
    until       bigint,
    PRIMARY KEY (partnership, id, since)
);

CREATE TABLE funding.budget_line
(
    partnership  text    NOT NULL,
    fund_id      text    NOT NULL,
    year         integer NOT NULL,
    category     text    NOT NULL,
    id           text    NOT NULL,
    amount_cents bigint  NOT NULL,
    since        bigint  NOT NULL,
    until        bigint,
    PRIMARY KEY (partnership, fund_id, year, category, since)
);

-- until: withdrawn
CREATE TABLE funding.pledge
(
    partnership text   NOT NULL,
    id          text   NOT NULL,
    partner_id  text   NOT NULL,
    fund_id     text   NOT NULL,
    from_day    date   NOT NULL,
    to_day      date   NOT NULL,
    since       bigint NOT NULL,
    until       bigint,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX pledge_by_day ON funding.pledge (partnership, from_day, id);
CREATE INDEX pledge_by_partner ON funding.pledge (partnership, partner_id, from_day, id);

CREATE TABLE funding.pledge_terms
(
    partnership  text   NOT NULL,
    pledge_id    text   NOT NULL,
    amount_cents bigint NOT NULL,
    instalments  jsonb  NOT NULL,
    since        bigint NOT NULL,
    until        bigint,
    PRIMARY KEY (partnership, pledge_id, since)
);

-- until: reversed
CREATE TABLE funding.contribution
(
    partnership     text   NOT NULL,
    id              text   NOT NULL,
    fund_id         text   NOT NULL,
    partner_id      text   NOT NULL,
    pledge_id       text,
    kind            text   NOT NULL,
    nature          text   NOT NULL,
    amount_cents    bigint NOT NULL,
    received_on     date   NOT NULL,
    evidence        text   NOT NULL,
    valuation_basis text,
    since           bigint NOT NULL,
    until           bigint,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX contribution_by_day ON funding.contribution (partnership, received_on, id);
CREATE INDEX contribution_by_partner ON funding.contribution (partnership, partner_id, received_on, id);
CREATE INDEX contribution_by_fund ON funding.contribution (partnership, fund_id, received_on, id);
CREATE INDEX contribution_by_pledge ON funding.contribution (partnership, pledge_id) WHERE pledge_id IS NOT NULL;

-- until: reversed
CREATE TABLE funding.expense
(
    partnership  text   NOT NULL,
    id           text   NOT NULL,
    fund_id      text   NOT NULL,
    category     text   NOT NULL,
    amount_cents bigint NOT NULL,
    paid_on      date   NOT NULL,
    payee        text   NOT NULL,
    voucher      text   NOT NULL,
    since        bigint NOT NULL,
    until        bigint,
    PRIMARY KEY (partnership, id)
);
CREATE INDEX expense_by_day ON funding.expense (partnership, paid_on, id);
CREATE INDEX expense_by_fund ON funding.expense (partnership, fund_id, paid_on, id);

-- What each contribution paid of each expense, one row for both
CREATE TABLE funding.expense_part
(
    partnership     text    NOT NULL,
    expense_id      text    NOT NULL,
    place           integer NOT NULL, -- 1, 2, 3 … in the order of payment
    contribution_id text    NOT NULL,
    amount_cents    bigint  NOT NULL,
    paid_on         date    NOT NULL,
    since           bigint  NOT NULL,
    until           bigint,
    PRIMARY KEY (partnership, expense_id, place)
);
CREATE INDEX part_by_contribution ON funding.expense_part (partnership, contribution_id);

-- Each side of a transfer by itself, as it was recorded
CREATE TABLE funding.transfer
(
    partnership   text   NOT NULL,
    id            text   NOT NULL,
    fund_id       text   NOT NULL,
    other_fund_id text   NOT NULL,
    moved_cents   bigint NOT NULL, -- into this fund; below zero: out of it
    on_day        date   NOT NULL,
    since         bigint NOT NULL,
    until         bigint,
    PRIMARY KEY (partnership, id, fund_id)
);
CREATE INDEX transfer_by_day ON funding.transfer (partnership, on_day);

-- Sums of what holds now, by calendar month (its first day), so that a question need not add up every entry.
CREATE TABLE funding.fund_month
(
    partnership      text   NOT NULL,
    fund_id          text   NOT NULL,
    month            date   NOT NULL,
    money_cents      bigint NOT NULL,
    in_kind_cents    bigint NOT NULL,
    staff_time_cents bigint NOT NULL,
    spent_cents      bigint NOT NULL,
    moved_cents      bigint NOT NULL, -- by transfers: in less out
    PRIMARY KEY (partnership, fund_id, month)
) WITH (fillfactor = 70);

CREATE TABLE funding.partner_month
(
    partnership      text   NOT NULL,
    partner_id       text   NOT NULL,
    month            date   NOT NULL,
    money_cents      bigint NOT NULL,
    in_kind_cents    bigint NOT NULL,
    staff_time_cents bigint NOT NULL,
    PRIMARY KEY (partnership, partner_id, month)
) WITH (fillfactor = 70);

-- Pledges by the month they begin in, and what each adds to it
CREATE TABLE funding.pledge_month
(
    partnership       text   NOT NULL,
    partner_id        text   NOT NULL,
    month             date   NOT NULL,
    pledged_cents     bigint NOT NULL,
    outstanding_cents bigint NOT NULL,
    PRIMARY KEY (partnership, partner_id, month)
) WITH (fillfactor = 70);

CREATE TABLE funding.pledge_counted
(
    partnership       text   NOT NULL,
    pledge_id         text   NOT NULL,
    pledged_cents     bigint NOT NULL,
    outstanding_cents bigint NOT NULL,
    PRIMARY KEY (partnership, pledge_id)
) WITH (fillfactor = 70);

GRANT USAGE ON SCHEMA funding TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA funding TO ${app};
