-- People who log in at an issuer of OpenID Connect. They are known by what it calls them for ever, never by a name, and
-- have no password here.

ALTER TABLE users ALTER COLUMN password_hash DROP NOT NULL;

CREATE TABLE issuer_person (
    issuer    text        NOT NULL,
    subject   text        NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
    user_id   text        NOT NULL UNIQUE REFERENCES users ON DELETE CASCADE,
    claims_at timestamptz NOT NULL,                 -- when the issuer said what holds now; to the whole second
    PRIMARY KEY (issuer, subject)
);

-- What the issuer gave goes when it says so; what was given here stays until it is taken here.
ALTER TABLE membership ADD COLUMN of_issuer boolean NOT NULL DEFAULT false;

GRANT SELECT, INSERT, UPDATE, DELETE ON issuer_person TO ${app};
