-- Who may log in, and what each is in which partnership. Not part of the journal: roles change, facts do not.

create table users (
    user_id       text    primary key,                 -- opaque; this, never the login, stands in the metadata of events
    login         text    not null unique check (login = lower(login) and length(login) between 1 and 100),
    password_hash text    not null,                    -- Argon2id, with its parameters and salt
    disabled      boolean not null default false,
    language      text    check (language in ('de', 'en')),
    demo          boolean not null default false       -- made by the profile demo; no other profile lets these in
);

create table membership (
    user_id     text not null references users on delete cascade,
    partnership text not null,
    role        text not null check (role in ('COORDINATOR', 'FINANCE', 'AUDITOR', 'PARTNER', 'SPONSOR', 'ADMIN')),
    partner_id  text check ((role = 'PARTNER') = (partner_id is not null)),
    sponsor_id  text check ((role = 'SPONSOR') = (sponsor_id is not null)),
    primary key (user_id, partnership, role)
);
