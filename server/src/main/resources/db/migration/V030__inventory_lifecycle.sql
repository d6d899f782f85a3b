-- Lifecycle data as it came. One with all products takes the place of those before; one with a single product adds to them.
create table inventory_feed (
  id          bigint generated always as identity primary key,
  at          timestamptz not null,
  actor_kind  text not null,
  actor       text not null,
  origin      text not null,
  product     text,
  digest      text not null,
  products    int not null,
  rejected    int not null,
  body        bytea not null
);

-- What a person said which product something is; without a product it is none of the known ones.
create table inventory_correction (
  said        text primary key,
  product     text,
  at          timestamptz not null,
  actor_kind  text not null,
  actor       text not null
);

-- How much each factor counts in the ranking of the backlog, where that is not the usual.
create table inventory_weight (
  name        text primary key,
  value       int not null
);
