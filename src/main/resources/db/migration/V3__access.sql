-- Who may log in, and what each is in which partnership. Not part of the journal: roles change, facts do not.

CREATE TABLE users (
    user_id       text    PRIMARY KEY,                 -- opaque; this, never the login, stands in the metadata of events
    login         text    NOT NULL UNIQUE CHECK (login = lower(login) AND length(login) BETWEEN 1 AND 100),
    password_hash text    NOT NULL,                    -- Argon2id, with its parameters and salt
    disabled      boolean NOT NULL DEFAULT false,
    language      text    CHECK (language IN ('de', 'en')),
    demo          boolean NOT NULL DEFAULT false       -- made by the profile demo; no other profile lets these in
);

CREATE TABLE membership (
    user_id     text NOT NULL REFERENCES users ON DELETE CASCADE,
    partnership text NOT NULL,
    role        text NOT NULL CHECK (role IN ('COORDINATOR', 'FINANCE', 'AUDITOR', 'PARTNER', 'SPONSOR', 'ADMIN')),
    partner_id  text CHECK ((role = 'PARTNER') = (partner_id IS NOT NULL)),
    sponsor_id  text CHECK ((role = 'SPONSOR') = (sponsor_id IS NOT NULL)),
    PRIMARY KEY (user_id, partnership, role)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON users, membership TO ${app};
