-- What metric sources said of capacity; only added to. Secrets stand in addresses and queries by name only.
create table risk_capacity_reading (
  id          bigint generated always as identity primary key,
  upgrade     bigint not null references plan_upgrade,
  side        text not null,
  url         text not null,
  query       text not null,
  period      text not null,
  amount      numeric,
  why         text not null,
  at          timestamptz not null,
  actor_kind  text not null,
  actor       text not null
);
create index risk_capacity_reading_of on risk_capacity_reading (upgrade, id);
