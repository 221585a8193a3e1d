-- How people get in besides name and password. Secrets are stored as hashes only.

CREATE TABLE invitation (
    hash        bytea       PRIMARY KEY,           -- SHA-256 of 256 random bits
    partnership text        NOT NULL,
    role        text        CHECK (role IN ('COORDINATOR', 'FINANCE', 'AUDITOR', 'PARTNER', 'SPONSOR', 'ADMIN')),
    partner_id  text        CHECK ((role = 'PARTNER') = (partner_id IS NOT NULL)),
    sponsor_id  text        CHECK ((role = 'SPONSOR') = (sponsor_id IS NOT NULL)),
    user_id     text        REFERENCES users ON DELETE CASCADE, -- set: a new password for this user, no new role
    made_by     text        NOT NULL,
    expires_at  timestamptz NOT NULL,
    used_at     timestamptz,
    CHECK ((role IS NULL) = (user_id IS NOT NULL))
);
CREATE INDEX invitation_of_partnership ON invitation (partnership) WHERE used_at IS NULL;

-- A second step at login (RFC 6238). The secret itself is derived from the master key and this salt.
CREATE TABLE second_factor (
    user_id   text    PRIMARY KEY REFERENCES users ON DELETE CASCADE,
    salt      bytea   NOT NULL,
    confirmed boolean NOT NULL DEFAULT false,
    last_step bigint  NOT NULL DEFAULT 0            -- a code counts once
);

CREATE TABLE recovery_code (
    user_id text  NOT NULL REFERENCES users ON DELETE CASCADE,
    hash    bytea NOT NULL,
    PRIMARY KEY (user_id, hash)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON invitation, second_factor, recovery_code TO ${app};
