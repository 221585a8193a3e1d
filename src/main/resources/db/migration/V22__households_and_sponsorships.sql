-- Consent that is withdrawn, phases, rhythm, follow-up and notes: the register of households and the engagement view.
ALTER TABLE household_standing ADD COLUMN unconsented_on date;

ALTER TABLE engagement.household ADD COLUMN consent_withdrawn_on date;

ALTER TABLE engagement.sponsorship
    ADD COLUMN phase          text,
    ADD COLUMN every_days     integer,
    ADD COLUMN follow_up_with text,
    ADD COLUMN follow_up_on   date;

CREATE TABLE engagement.note
(
    partnership    text   NOT NULL,
    id             text   NOT NULL,
    since          bigint NOT NULL,
    until          bigint,
    sponsorship_id text   NOT NULL,
    day            date   NOT NULL,
    text           text,            -- NULL once the person has been erased
    status         text   NOT NULL,
    PRIMARY KEY (partnership, id, since)
);
CREATE INDEX engagement_note_of_sponsorship ON engagement.note (partnership, sponsorship_id, day, id);
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON engagement.note TO ${app};
