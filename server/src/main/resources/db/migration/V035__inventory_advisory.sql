-- Files of advisories that brought something new; the newest says how far everybody's knowledge goes.
create table inventory_advisory_import (
  id          bigint generated always as identity primary key,
  at          timestamptz not null,
  actor_kind  text not null,
  actor       text not null,
  file        text not null,
  added       int not null default 0,
  changed     int not null default 0
);

-- What sources say of vulnerabilities, as it was read. Many sources keep no time of change, so what they say is compared.
create table inventory_advisory (
  id          text primary key,
  modified    timestamptz,
  digest      text not null,
  body        text not null,
  import      bigint not null references inventory_advisory_import
);
create index inventory_advisory_import_of on inventory_advisory (import);
