-- Files that were brought, what would come of them or came of them, and who decided.
create table inventory_import (
  id          bigint generated always as identity primary key,
  at          timestamptz not null,
  actor_kind  text not null,
  actor       text not null,
  source      text not null,
  format      text not null,
  file        text not null,
  digest      text not null,
  mapping     text,
  state       text not null,
  change      bigint references inventory_change,
  -- Not so when its change was taken back: then what it said counts no more.
  in_force    boolean not null default false,
  counts      text not null,
  report      text not null
);
create index inventory_import_change on inventory_import (change);

-- The file while it waits to be applied, and all that is rejected of it, in pieces.
create table inventory_import_piece (
  import      bigint not null references inventory_import on delete cascade,
  part        text not null,
  seq         int not null,
  bytes       bytea not null,
  primary key (import, part, seq)
);

-- What each source said of each thing, whenever it said something else than before.
create table inventory_said (
  source      text not null,
  kind        text not null,
  id          text not null,
  import      bigint not null references inventory_import,
  said        text not null,
  primary key (source, kind, id, import)
);
