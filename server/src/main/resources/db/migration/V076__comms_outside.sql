-- Programs that watch the same systems, and hear of runs: Alertmanager is told to keep quiet, Grafana when it was.
create table comms_place (
  id            bigint generated always as identity primary key,
  name          text not null unique check (name ~ '^[a-z0-9][a-z0-9._-]{0,59}$'),
  kind          text not null,
  address       text not null,
  username      text,
  secret        text,
  -- Of Alertmanager the matchers, one a line; of Grafana tags.
  labels        text not null default '',
  -- How long a silence holds when nobody prolongs it.
  minutes       int not null check (minutes between 5 and 240),
  version       bigint not null default 1,
  changed_at    timestamptz not null,
  changed_by    text not null
);

-- A silence or a note of one run at one place.
create table comms_sign (
  id            bigint generated always as identity primary key,
  place         bigint references comms_place on delete set null,
  place_name    text not null,
  kind          text not null,
  run           text not null,
  -- From 1; a run that was over and is taken back gets another.
  number        int not null,
  run_title     text not null,
  systems       text[] not null,
  began         timestamptz not null,
  state         text not null,
  -- What the place calls it, once that is known.
  remote        text,
  -- When it ends there by itself.
  until         timestamptz,
  -- An attempt is written down before it is made; when it ended without a word, what came of it is looked up.
  attempt_at    timestamptz,
  tries         int not null default 0,
  due_at        timestamptz not null,
  says          text not null default '',
  laid_at       timestamptz,
  version       bigint not null default 1,
  unique (place_name, run, number)
);
create index comms_sign_open on comms_sign (id) where state in ('WANTED', 'OPEN');
create index comms_sign_run on comms_sign (run);
