-- How far the log of a watch has been read, so that a server that was restarted goes on where it was.
create table health_tail (
  watch     text not null references health_watch (watch) on delete cascade,
  source    text not null,
  target    text not null,
  file      text not null,
  position  bigint not null check (position >= 0),
  primary key (watch, source, target)
);

-- What users are called by is kept only as a keyed hash; without this key nobody finds them again.
create table health_pseudonym (
  alone  boolean primary key default true check (alone),
  key    text not null default gen_random_uuid()::text || gen_random_uuid()::text
);

insert into health_pseudonym default values;
