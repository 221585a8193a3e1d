-- What each stretch of the journal (org.patenbuch.projections.Stretches) added to the months' sums, so that a past moment
-- is answered without adding up every entry. Both views are read anew.
SELECT view_reads_anew('funding');
SELECT view_reads_anew('engagement');

CREATE TABLE funding.fund_month_past
(
    partnership text   NOT NULL,
    fund_id     text   NOT NULL,
    month       date   NOT NULL,
    stretch     bigint NOT NULL,
    money_cents bigint NOT NULL,
    spent_cents bigint NOT NULL,
    moved_cents bigint NOT NULL,
    PRIMARY KEY (partnership, fund_id, month, stretch)
) WITH (fillfactor = 90);

CREATE TABLE funding.partner_month_past
(
    partnership      text   NOT NULL,
    partner_id       text   NOT NULL,
    month            date   NOT NULL,
    stretch          bigint NOT NULL,
    money_cents      bigint NOT NULL,
    in_kind_cents    bigint NOT NULL,
    staff_time_cents bigint NOT NULL,
    PRIMARY KEY (partnership, partner_id, month, stretch)
) WITH (fillfactor = 90);
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON funding.fund_month_past, funding.partner_month_past TO ${app};

CREATE TABLE engagement.month_past
(
    partnership      text   NOT NULL,
    dimension        text   NOT NULL,
    month            date   NOT NULL,
    key              text   NOT NULL,
    stretch          bigint NOT NULL,
    minutes          bigint NOT NULL,
    approved_minutes bigint NOT NULL,
    entries          bigint NOT NULL,
    PRIMARY KEY (partnership, dimension, month, key, stretch)
) WITH (fillfactor = 90);
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON engagement.month_past TO ${app};
