-- Who approved which costs of an upgrade, or took that back. Costs are JSON, exactly as they were signed: the digest is their SHA-256.
create table schedule_cost_decision (
  upgrade     bigint not null references plan_upgrade,
  number      int not null,
  verdict     text not null check (verdict in ('APPROVED', 'WITHDRAWN')),
  digest      text not null,
  costs       text not null,
  note        text,
  actor_kind  text not null,
  actor       text not null,
  at          timestamptz not null,
  primary key (upgrade, number)
);

-- What was spent. A wrong entry is taken back by one of the opposite amount, once; decision is the approval that held then.
create table schedule_spending (
  upgrade     bigint not null references plan_upgrade,
  number      int not null,
  budget      text,
  day         date not null,
  kind        text not null,
  phase       int not null,
  amount      bigint not null,
  note        text not null,
  corrects    int,
  decision    int,
  actor_kind  text not null,
  actor       text not null,
  at          timestamptz not null,
  primary key (upgrade, number),
  unique (upgrade, corrects),
  foreign key (upgrade, corrects) references schedule_spending (upgrade, number),
  foreign key (upgrade, decision) references schedule_cost_decision (upgrade, number),
  check ((corrects is null and amount > 0) or (corrects is not null and amount < 0))
);
create index schedule_spending_budget on schedule_spending (budget, day);

create function schedule_money_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'Decisions on costs and what was spent are append-only';
end $$;
create trigger schedule_cost_decision_append_only before update or delete on schedule_cost_decision
  for each row execute function schedule_money_is_append_only();
create trigger schedule_spending_append_only before update or delete on schedule_spending
  for each row execute function schedule_money_is_append_only();
