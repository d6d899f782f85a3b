-- How long what piles up is kept, by kind; for ever without a row or without days. And in which regions data of a
-- kind may be.
create table retention_policy (
  kind        text primary key,
  days        int check (days between 1 and 36500),
  version     bigint not null default 1,
  changed_by  text not null,
  changed_at  timestamptz not null
);

create table retention_residency (
  data        text primary key,
  regions     text[] not null,
  version     bigint not null default 1,
  changed_by  text not null,
  changed_at  timestamptz not null
);

-- Which upgrades are held: the newest row of each counts.
create table retention_hold (
  id          bigint generated always as identity primary key,
  upgrade     bigint not null references plan_upgrade,
  held        boolean not null,
  why         text not null check (why <> ''),
  actor_kind  text not null,
  actor       text not null,
  at          timestamptz not null
);
create index retention_hold_upgrade on retention_hold (upgrade, id desc);

create function retention_hold_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'Legal holds are append-only';
end $$;
create trigger retention_hold_append_only before update or delete on retention_hold
  for each row execute function retention_hold_is_append_only();
