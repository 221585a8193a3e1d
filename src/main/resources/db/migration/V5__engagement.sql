-- Registers of people: what decisions about sponsors, households, sponsorships and hours ask for across streams,
-- written in the deciding transaction itself.
CREATE TABLE sponsor_standing
(
    partnership         text    NOT NULL,
    sponsor_id          text    NOT NULL,
    joined_on           date    NOT NULL,
    trained_on          date[]  NOT NULL DEFAULT '{}',
    certificate_seen_on date[]  NOT NULL DEFAULT '{}',
    listed_conviction   boolean NOT NULL DEFAULT false,
    paused_on           date[]  NOT NULL DEFAULT '{}',
    returned_on         date[]  NOT NULL DEFAULT '{}',
    left_on             date,
    PRIMARY KEY (partnership, sponsor_id)
);

CREATE TABLE household_standing
(
    partnership  text NOT NULL,
    household_id text NOT NULL,
    opened_on    date NOT NULL,
    closed_on    date,
    PRIMARY KEY (partnership, household_id)
);

CREATE TABLE sponsorship_standing
(
    partnership    text NOT NULL,
    sponsorship_id text NOT NULL,
    sponsor_id     text NOT NULL,
    household_id   text NOT NULL,
    from_day       date NOT NULL,
    end_day        date,
    PRIMARY KEY (partnership, sponsorship_id)
);
CREATE INDEX sponsorship_of_sponsor ON sponsorship_standing (partnership, sponsor_id);

-- All that logging hours has to ask, in one round trip. Holds the gates of period and sponsorship shared until the end
-- of the transaction, and only then looks: the period first, as whoever ends a sponsorship does, against deadlocks.
CREATE FUNCTION ground_of_hours(of_partnership text, of_sponsor text, of_sponsorship text, day date,
                                OUT period_open boolean, OUT sponsor_known boolean, OUT sponsorship_known boolean,
                                OUT found_household text) LANGUAGE plpgsql VOLATILE AS
$$
BEGIN
    period_open := period_is_open(of_partnership, day);
    sponsorship_known := true;
    IF of_sponsorship IS NOT NULL THEN
        PERFORM pg_advisory_xact_lock_shared(
                hashtextextended('sponsorship/' || of_partnership || '/' || of_sponsorship, 0));
        SELECT CASE WHEN s.sponsor_id = of_sponsor AND day >= s.from_day AND (s.end_day IS NULL OR day <= s.end_day)
                    THEN s.household_id END
          INTO found_household
          FROM sponsorship_standing s
         WHERE s.partnership = of_partnership AND s.sponsorship_id = of_sponsorship;
        sponsorship_known := FOUND;
    END IF;
    sponsor_known := found_household IS NOT NULL
        OR EXISTS (SELECT FROM sponsor_standing s WHERE s.partnership = of_partnership AND s.sponsor_id = of_sponsor);
END
$$;

GRANT SELECT, INSERT, UPDATE ON sponsor_standing, household_standing, sponsorship_standing TO ${app};

-- The engagement view. Rows are versions: since is the position that made one, until the one that ended it (NULL while
-- it holds), so a question about an earlier position reads the same tables. Texts about people stand here sealed.
CREATE SCHEMA engagement;

CREATE TABLE engagement.sponsor
(
    partnership         text    NOT NULL,
    id                  text    NOT NULL,
    since               bigint  NOT NULL,
    until               bigint,
    name                text    NOT NULL,
    kind                text    NOT NULL,
    joined_on           date    NOT NULL,
    trained_on          date[]  NOT NULL,
    training_hours      integer, -- of the last training
    certificate_seen_on date[]  NOT NULL,
    listed_conviction   boolean NOT NULL,
    paused_on           date[]  NOT NULL,
    returned_on         date[]  NOT NULL,
    left_on             date,
    PRIMARY KEY (partnership, id, since)
);

CREATE TABLE engagement.household
(
    partnership      text   NOT NULL,
    id               text   NOT NULL,
    since            bigint NOT NULL,
    until            bigint,
    name             text,
    district         text   NOT NULL,
    need             text   NOT NULL,
    referred_by      text,
    opened_on        date   NOT NULL,
    consent_given_on date,
    consent_scope    text,
    closed_on        date,
    PRIMARY KEY (partnership, id, since)
);

CREATE TABLE engagement.sponsorship
(
    partnership  text   NOT NULL,
    id           text   NOT NULL,
    since        bigint NOT NULL,
    until        bigint,
    sponsor_id   text   NOT NULL,
    household_id text   NOT NULL,
    from_day     date   NOT NULL,
    scope        text,
    end_day      date,
    outcome      text,
    note         text,
    PRIMARY KEY (partnership, id, since)
);
CREATE INDEX engagement_sponsorship_of_sponsor ON engagement.sponsorship (partnership, sponsor_id, id);
CREATE INDEX engagement_sponsorship_of_household ON engagement.sponsorship (partnership, household_id, id);

CREATE TABLE engagement.hours
(
    partnership    text    NOT NULL,
    id             text    NOT NULL,
    since          bigint  NOT NULL,
    until          bigint,
    sponsor_id     text    NOT NULL,
    sponsorship_id text,
    household_id   text,
    day            date    NOT NULL,
    minutes        integer NOT NULL,
    activity       text    NOT NULL,
    status         text    NOT NULL,
    note           text,
    comment        text, -- why it was last returned, while it is
    PRIMARY KEY (partnership, id, since)
) WITH (fillfactor = 90);
CREATE INDEX engagement_hours_by_day ON engagement.hours (partnership, day, id);
CREATE INDEX engagement_hours_of_sponsor ON engagement.hours (partnership, sponsor_id, day, id);

-- Sums of the current state by month, so that no answer adds up every entry; withdrawn entries count nowhere.
CREATE TABLE engagement.month_sum
(
    partnership      text   NOT NULL,
    dimension        text   NOT NULL, -- ACTIVITY, SPONSOR, HOUSEHOLD
    month            date   NOT NULL, -- its first day
    key              text   NOT NULL, -- which activity, sponsor or household
    minutes          bigint NOT NULL,
    approved_minutes bigint NOT NULL,
    entries          bigint NOT NULL,
    PRIMARY KEY (partnership, dimension, month, key)
) WITH (fillfactor = 70);

-- For how long a certificate counts, as far as rules say so.
CREATE TABLE engagement.certificate_rule
(
    partnership text   NOT NULL,
    since       bigint NOT NULL,
    valid_from  date   NOT NULL,
    months      bigint NOT NULL,
    PRIMARY KEY (partnership, since)
);

GRANT USAGE ON SCHEMA engagement TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA engagement TO ${app};
