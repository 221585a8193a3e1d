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
