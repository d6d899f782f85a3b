-- What followed from an upgrade that was carried out: entries of the estate that were renewed, and what was put on the schedule next.
create table plan_follow_up (
  id          bigint generated always as identity primary key,
  upgrade     bigint not null references plan_upgrade,
  kind        text not null check (kind in ('ESTATE', 'NEXT')),
  says        text not null check (says <> ''),
  path        text not null,
  actor_kind  text not null,
  actor       text not null,
  at          timestamptz not null
);
create index plan_follow_up_upgrade on plan_follow_up (upgrade, id);

create function plan_follow_up_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'What followed from upgrades is append-only';
end $$;
create trigger plan_follow_up_append_only before update or delete on plan_follow_up
  for each row execute function plan_follow_up_is_append_only();

create index plan_upgrade_systems on plan_upgrade using gin (systems);
