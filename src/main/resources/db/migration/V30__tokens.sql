-- What programs log in with in a person's name. The token itself is shown once and never stored.

CREATE TABLE token (
    token_id     text        PRIMARY KEY,
    user_id      text        NOT NULL REFERENCES users ON DELETE CASCADE,
    name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    hash         bytea       NOT NULL UNIQUE,           -- SHA-256; the token has 256 random bits, so no salt is needed
    may_write    boolean     NOT NULL,
    made_at      timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    last_used_on date
);
CREATE INDEX token_of ON token (user_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON token TO ${app};
