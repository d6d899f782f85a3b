-- Who was asked to agree to what. Content is the canonical form that is signed, the digest its SHA-256.
create table approval_request (
  id            bigint generated always as identity primary key,
  upgrade       bigint not null references plan_upgrade,
  kind          text not null check (kind in ('STANDARD', 'NORMAL', 'EMERGENCY')),
  why           text not null,
  quorum        text not null,
  content       text not null,
  digest        text not null,
  from_at       timestamptz not null,
  until_at      timestamptz not null check (until_at > from_at),
  standing      bigint,
  waiver        text check (waiver is null or kind = 'EMERGENCY'),
  waived_kind   text,
  waived_by     text,
  actor_kind    text not null,
  actor         text not null,
  people        text[] not null,
  at            timestamptz not null
);
create index approval_request_upgrade on approval_request (upgrade, id);

-- What people did with requests.
create table approval_step (
  request       bigint not null references approval_request,
  number        int not null check (number > 0),
  verdict       text not null check (verdict in ('APPROVED', 'REJECTED', 'WITHDRAWN', 'COMMENTED')),
  actor_kind    text not null,
  actor         text not null,
  person        text not null,
  instead_of    text,
  hats          text[] not null,
  digest        text not null,
  comment       text,
  at            timestamptz not null,
  primary key (request, number)
);

-- Runbooks that are agreed to beforehand, within limits.
create table approval_standing (
  id            bigint generated always as identity primary key,
  title         text not null,
  runbook       text not null,
  systems       text[] not null,
  most_class    text not null,
  most_risk     int not null check (most_risk between 0 and 25),
  until_at      timestamptz not null,
  why           text not null,
  actor_kind    text not null,
  actor         text not null,
  at            timestamptz not null,
  ended_by      text,
  ended_at      timestamptz
);
alter table approval_request add foreign key (standing) references approval_standing;

-- Who agrees for whom meanwhile.
create table approval_delegation (
  id            bigint generated always as identity primary key,
  of_person     text not null,
  to_person     text not null check (to_person <> of_person),
  from_at       timestamptz not null,
  until_at      timestamptz not null check (until_at > from_at),
  reason        text not null,
  actor_kind    text not null,
  actor         text not null,
  at            timestamptz not null,
  ended_at      timestamptz
);
create index approval_delegation_to on approval_delegation (to_person, until_at);

-- Who carried upgrades out, and who said whether they are well.
create table approval_duty (
  upgrade       bigint not null references plan_upgrade,
  duty          text not null check (duty in ('OPERATOR', 'VALIDATOR')),
  person        text not null,
  about         text not null,
  at            timestamptz not null,
  primary key (upgrade, duty, person)
);

-- Who sees to it that the change goes its way; the newest row counts.
create table approval_manager (
  upgrade       bigint not null references plan_upgrade,
  number        int not null check (number > 0),
  person        text not null,
  actor_kind    text not null,
  actor         text not null,
  at            timestamptz not null,
  primary key (upgrade, number)
);

-- When the board meets.
create table approval_meeting (
  id            bigint generated always as identity primary key,
  at            timestamptz not null,
  title         text not null,
  actor_kind    text not null,
  actor         text not null,
  made_at       timestamptz not null
);

create function approval_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'What was asked for, agreed to and done is append-only';
end $$;
create trigger approval_request_append_only before update or delete on approval_request
  for each row execute function approval_is_append_only();
create trigger approval_step_append_only before update or delete on approval_step
  for each row execute function approval_is_append_only();
create trigger approval_duty_append_only before update or delete on approval_duty
  for each row execute function approval_is_append_only();
create trigger approval_manager_append_only before update or delete on approval_manager
  for each row execute function approval_is_append_only();
