-- Who has put the first visit's tour away. A setting of a person, no fact: it may be forgotten.
CREATE TABLE tour_seen
(
    user_id text PRIMARY KEY
);
GRANT SELECT, INSERT, DELETE ON tour_seen TO ${app};
