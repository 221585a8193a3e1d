-- Lists with their filters that someone has given a name, to find them again. Settings of a person, no facts: they may
-- be changed and forgotten. What was searched for is left out of the address, for it may be a name.
CREATE TABLE saved_view
(
    partnership text NOT NULL,
    user_id     text NOT NULL,
    name        text NOT NULL,
    address     text NOT NULL,
    PRIMARY KEY (partnership, user_id, name)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_view TO ${app};
