-- A second factor (RFC 6238) counts from when a first code confirmed it. Its key is sealed as secrets are; no code of the step
-- last_step, or of one before, is taken any more.
create table identity_second_factor (
    person       text primary key references identity_person on delete cascade,
    sealed       bytea not null,
    key_id       text not null,
    made_at      timestamptz not null,
    confirmed_at timestamptz,
    last_step    bigint not null default 0
);

-- Each is good once: it goes when it is used.
create table identity_recovery_code (
    person text not null references identity_second_factor on delete cascade,
    sha256 bytea not null,
    primary key (person, sha256)
);

-- The password was right, the code is awaited. Lets in nowhere, so it is no row among the sessions.
create table identity_half_session (
    sha256     bytea primary key,
    person     text not null references identity_person on delete cascade,
    expires_at timestamptz not null
);
create index on identity_half_session (person);

-- Whether administrators must have a second factor; one row.
create table identity_second_factor_rule (
    id       int primary key default 1 check (id = 1),
    required boolean not null default false,
    version  bigint not null default 0
);
insert into identity_second_factor_rule default values;

-- People see where they are signed in.
alter table identity_session
    add column id uuid not null default gen_random_uuid() unique,
    add column address text not null default '',
    add column program text not null default '';
