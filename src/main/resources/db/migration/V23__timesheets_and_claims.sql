-- Register of approved hours: an hour is claimed towards one funder or none (org.patenbuch.timesheet.Approvals).
CREATE TABLE approved_hours
(
    partnership text    NOT NULL,
    entry_id    text    NOT NULL,
    sponsor_id  text    NOT NULL,
    day         date    NOT NULL,
    minutes     integer NOT NULL,
    claim_id    text,
    PRIMARY KEY (partnership, entry_id)
) WITH (fillfactor = 80);
CREATE INDEX approved_hours_by_day ON approved_hours (partnership, day, entry_id);
CREATE INDEX approved_hours_of_claim ON approved_hours (partnership, claim_id) WHERE claim_id IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON approved_hours TO ${app};

-- What was approved before there was this register
INSERT INTO approved_hours (partnership, entry_id, sponsor_id, day, minutes)
SELECT partnership, id, sponsor_id, day, minutes FROM engagement.hours WHERE until IS NULL AND status = 'APPROVED';

CREATE TABLE engagement.submission
(
    partnership text   NOT NULL,
    id          text   NOT NULL,
    since       bigint NOT NULL,
    until       bigint,
    sponsor_id  text   NOT NULL,
    month       date   NOT NULL, -- its first day
    day         date   NOT NULL,
    PRIMARY KEY (partnership, id, since)
);
CREATE INDEX engagement_submission_of_sheet ON engagement.submission (partnership, sponsor_id, month);

CREATE TABLE engagement.claim
(
    partnership text    NOT NULL,
    id          text    NOT NULL,
    since       bigint  NOT NULL,
    until       bigint,
    funder      text    NOT NULL,
    from_day    date    NOT NULL,
    to_day      date    NOT NULL,
    entries     integer NOT NULL,
    minutes     integer NOT NULL,
    value_cents bigint  NOT NULL,
    status      text    NOT NULL,
    PRIMARY KEY (partnership, id, since)
);
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON engagement.submission, engagement.claim TO ${app};

ALTER TABLE engagement.certificate_rule ADD COLUMN funder text;
