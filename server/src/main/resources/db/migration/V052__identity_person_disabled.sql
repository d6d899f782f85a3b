-- Somebody may be kept from signing in without being removed; changes of what they may do are counted.
alter table identity_person
  add column disabled boolean not null default false,
  add column version bigint not null default 0;
