-- What upgrades are called in files, so that the same file again finds what it made before.
create table plan_upgrade_name (
  name     text primary key,
  upgrade  bigint not null unique references plan_upgrade
);
