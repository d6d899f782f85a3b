-- What happened to the estate: one row for all that was changed together.
create table inventory_change (
  id          bigint generated always as identity primary key,
  at          timestamptz not null,
  actor_kind  text not null,
  actor       text not null,
  origin      text not null,
  reverts     bigint references inventory_change,
  added       int not null,
  changed     int not null,
  removed     int not null
);

-- Every document as it was after a change; without a body it was removed. The newest of each is current.
create table inventory_revision (
  kind        text not null,
  name        text not null,
  revision    int not null,
  change      bigint not null references inventory_change,
  body        text,
  current     boolean not null,
  primary key (kind, name, revision)
);
create unique index inventory_revision_current on inventory_revision (kind, name) where current;
create index inventory_revision_change on inventory_revision (change);
