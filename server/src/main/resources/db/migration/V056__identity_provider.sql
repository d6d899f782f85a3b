-- Who is who at the provider people sign in with (OpenID Connect). The subject is the provider's own name for somebody: it is
-- never given to somebody else, as names and mail addresses are.
create table identity_provider_link (
    issuer    text not null,
    subject   text not null,
    person    text not null references identity_person on delete cascade,
    linked_at timestamptz not null,
    primary key (issuer, subject),
    unique (issuer, person)
);

-- Who joined by the provider has no password here.
alter table identity_person alter column password drop not null;

-- Granted by the provider's groups; looked at again with each sign-in.
alter table identity_grant add column provider boolean not null default false;

-- How somebody signed in: with the provider, and there with a second factor.
alter table identity_session
    add column provider boolean not null default false,
    add column strong boolean not null default false;
alter table identity_half_session add column provider boolean not null default false;
