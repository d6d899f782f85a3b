create table identity_person (
    name         text primary key check (name ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
    display_name text not null,
    password     text not null,
    role         text not null check (role in ('VIEWER', 'OPERATOR', 'ADMIN')),
    created_at   timestamptz not null
);

-- Signed-in browsers, by the digest of their cookie; in the database, so that every server of a cluster knows them.
create table identity_session (
    sha256     bytea primary key,
    person     text not null references identity_person on delete cascade,
    created_at timestamptz not null,
    seen_at    timestamptz not null,
    expires_at timestamptz not null
);
create index on identity_session (person);

create table identity_token (
    id           uuid primary key,
    name         text not null unique,
    sha256       bytea not null unique,
    role         text not null check (role in ('VIEWER', 'OPERATOR', 'ADMIN')),
    created_at   timestamptz not null,
    created_by   text not null,
    expires_at   timestamptz,
    last_used_at timestamptz
);

-- One-time links: whoever holds the code may do this one thing, once.
create table identity_link (
    sha256     bytea primary key,
    purpose    text not null check (purpose in ('FIRST_ADMIN', 'JOIN', 'NEW_PASSWORD')),
    role       text not null check (role in ('VIEWER', 'OPERATOR', 'ADMIN')),
    person     text references identity_person on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz
);
