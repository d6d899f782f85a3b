-- What people decided about upgrades: that one is over or goes on, and what they vouch for before go-live.
-- about: from which version to which it went then; a confirmation holds for nothing else.
create table plan_decision (
  upgrade     bigint not null references plan_upgrade,
  number      int not null check (number > 0),
  kind        text not null check (kind in ('CANCEL', 'REOPEN', 'REVIEW', 'CONFIRM', 'WITHDRAW')),
  gate        text check ((gate is not null) = (kind in ('CONFIRM', 'WITHDRAW'))),
  why         text not null check (why <> ''),
  about       text not null,
  actor_kind  text not null,
  actor       text not null,
  at          timestamptz not null,
  primary key (upgrade, number)
);

create function plan_decision_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'Decisions on upgrades are append-only';
end $$;
create trigger plan_decision_append_only before update or delete on plan_decision
  for each row execute function plan_decision_is_append_only();

-- Upgrades that are over, and how: the newest decision on that counts.
create view plan_over as
  select upgrade, kind from (
    select distinct on (upgrade) upgrade, kind from plan_decision
    where kind in ('CANCEL', 'REOPEN', 'REVIEW')
    order by upgrade, number desc) newest
  where kind <> 'REOPEN';

-- Where an upgrade stands follows from facts.
alter table plan_upgrade drop column state;
