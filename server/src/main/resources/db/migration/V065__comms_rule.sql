-- Rules of people: when something happens, somebody is told, or a task is made (C03).
create table comms_rule (
  id             bigint generated always as identity primary key,
  name           text not null,
  event          text not null,
  upgrade        bigint references plan_upgrade,
  system         text,
  action         text not null check (action in ('MESSAGE', 'ALERT', 'TASK', 'WEBHOOK')),
  goes_to        text not null,
  occasion       text not null,
  wording        text,
  quiet_minutes  int not null,
  most_an_hour   int not null,
  is_on          boolean not null,
  stopped        text,
  since          bigint not null,
  template       text,
  version        bigint not null default 1,
  changed_at     timestamptz not null,
  changed_by     text not null,
  unique (upgrade, template)
);

-- What the rules did about which row of the trail: each once.
create table comms_firing (
  rule       bigint not null,
  seq        bigint not null,
  rule_name  text not null,
  happened   timestamptz not null,
  what       text not null,
  subject    text not null,
  upgrade    bigint,
  at         timestamptz not null,
  outcome    text not null check (outcome in ('DONE', 'QUIET', 'STOPPED', 'FAILED')),
  says       text not null,
  messages   bigint[] not null default '{}',
  primary key (rule, seq)
);
create index comms_firing_of on comms_firing (upgrade, at);

-- Up to where the trail was followed.
create table comms_rule_position (
  one  boolean primary key default true check (one),
  seq  bigint not null
);
insert into comms_rule_position (seq) select coalesce(max(seq), 0) from audit_entry;

-- The two that come with Evenkeel, for all upgrades; people switch them on.
insert into comms_rule (name, event, action, goes_to, occasion, quiet_minutes, most_an_hour, is_on, since, changed_at, changed_by)
values
  ('Stakeholders are told when a window is scheduled', 'WINDOW_SCHEDULED', 'MESSAGE', 'role:stakeholders', 'WINDOW_SCHEDULED', 0, 60, false, 0, now(), 'evenkeel'),
  ('The team is alerted when a rollback may be needed', 'ROLLBACK_MAY_BE_NEEDED', 'ALERT', 'role:upgrade-team', 'ROLLBACK_MAY_BE_NEEDED', 15, 60, false, 0, now(), 'evenkeel');
