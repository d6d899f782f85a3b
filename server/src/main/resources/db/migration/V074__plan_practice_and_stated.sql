-- Upgrades with which people practise: nobody outside is told of them. The newest row of each counts.
create table plan_practice (
  id          bigint generated always as identity primary key,
  upgrade     bigint not null references plan_upgrade,
  practice    boolean not null,
  actor_kind  text not null,
  actor       text not null,
  at          timestamptz not null
);
create index plan_practice_upgrade on plan_practice (upgrade, id desc);

-- What was done of an upgrade before it was written down here, as somebody states it.
-- stated_by, stated_at: who did it and when, by that statement.
create table plan_stated (
  upgrade     bigint not null references plan_upgrade,
  number      int not null check (number > 0),
  kind        text not null check (kind in ('STARTED', 'PAUSED', 'RESUMED', 'FINISHED', 'ROLLED_BACK', 'DONE')),
  says        text not null check (says <> ''),
  stated_by   text not null,
  stated_at   timestamptz not null,
  actor_kind  text not null,
  actor       text not null,
  at          timestamptz not null,
  primary key (upgrade, number)
);

create function plan_stated_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'What was stated of upgrades, and with which one practises, is append-only';
end $$;
create trigger plan_stated_append_only before update or delete on plan_stated
  for each row execute function plan_stated_is_append_only();
create trigger plan_practice_append_only before update or delete on plan_practice
  for each row execute function plan_stated_is_append_only();
