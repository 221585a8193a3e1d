-- The engagement view: meetings, demands, commitments and recognition; texts that may name people stand here sealed.
CREATE TABLE engagement.meeting
(
    partnership  text   NOT NULL,
    id           text   NOT NULL,
    since        bigint NOT NULL,
    until        bigint,
    held_on      date   NOT NULL,
    title        text   NOT NULL,
    participants text[] NOT NULL,
    summary      text   NOT NULL,
    status       text   NOT NULL,
    PRIMARY KEY (partnership, id, since)
);
CREATE INDEX engagement_meeting_by_day ON engagement.meeting (partnership, held_on, id);

CREATE TABLE engagement.demand
(
    partnership text   NOT NULL,
    id          text   NOT NULL,
    since       bigint NOT NULL,
    until       bigint,
    raised_on   date   NOT NULL,
    addressee   text   NOT NULL,
    text        text   NOT NULL,
    meeting_id  text,
    answer_by   date,
    answered_on date,
    answer      text,
    note        text,
    status      text   NOT NULL,
    PRIMARY KEY (partnership, id, since)
);
CREATE INDEX engagement_demand_by_day ON engagement.demand (partnership, raised_on, id);

CREATE TABLE engagement.commitment
(
    partnership text   NOT NULL,
    id          text   NOT NULL,
    since       bigint NOT NULL,
    until       bigint,
    made_on     date   NOT NULL,
    by_whom     text   NOT NULL,
    text        text   NOT NULL,
    due_on      date   NOT NULL,
    meeting_id  text,
    demand_id   text,
    kept_on     date,
    status      text   NOT NULL,
    PRIMARY KEY (partnership, id, since)
);
CREATE INDEX engagement_commitment_by_day ON engagement.commitment (partnership, made_on, id);

CREATE TABLE engagement.recognition
(
    partnership text   NOT NULL,
    id          text   NOT NULL,
    since       bigint NOT NULL,
    until       bigint,
    sponsor_id  text   NOT NULL,
    awarded_on  date   NOT NULL,
    title       text   NOT NULL,
    basis       text   NOT NULL,
    status      text   NOT NULL,
    PRIMARY KEY (partnership, id, since)
);
CREATE INDEX engagement_recognition_by_day ON engagement.recognition (partnership, awarded_on, id);
CREATE INDEX engagement_recognition_of_sponsor ON engagement.recognition (partnership, sponsor_id, id);

GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE
    ON engagement.meeting, engagement.demand, engagement.commitment, engagement.recognition TO ${app};
