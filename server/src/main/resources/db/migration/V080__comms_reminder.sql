-- When and how people want to be reminded of their tasks; who said nothing has the usual.
create table comms_reminder (
  person      text primary key,
  mode        text not null check (mode in ('DAILY', 'URGENT', 'OFF')),
  at          time not null,
  zone        text,
  language    text not null,
  soon_days   int not null check (soon_days between 0 and 30),
  weekends    boolean not null,
  version     bigint not null default 1,
  changed_at  timestamptz not null
);

-- The last day on which somebody's tasks were looked at for them, and which they had then.
create table comms_reminded (
  person  text primary key,
  day     date not null,
  known   bigint[] not null default '{}',
  soon    bigint[] not null default '{}'
);

-- What became overdue shortly before a go-live, and who was told of it at once.
create table comms_urged (
  person  text not null,
  task    bigint not null,
  due     timestamptz not null,
  at      timestamptz not null,
  primary key (person, task, due)
);
