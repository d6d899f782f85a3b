-- What holds for all messages of an upgrade. Without a row its plan is the proposed one, which nobody has touched.
create table comms_plan (
  upgrade       bigint primary key references plan_upgrade,
  communicator  text,
  beat_minutes  int not null check (beat_minutes between 5 and 60),
  live          text,
  speaker       text,
  contact       text,
  feedback      text,
  changes       text,
  known_issues  text,
  zone          text,
  -- Whether it stands on the public status page, and under which name.
  open          boolean not null default false,
  open_title    text,
  given_at      timestamptz,
  given_by      text,
  given_digest  text,
  version       bigint not null,
  changed_at    timestamptz not null,
  changed_by    text not null,
  check (not open or open_title is not null)
);

-- The messages of a plan.
create table comms_planned (
  upgrade         bigint not null references comms_plan on delete cascade,
  number          int not null check (number > 0),
  occasion        text not null,
  basis           text not null,
  offset_minutes  int not null,
  detail          text not null,
  channel         text,
  language        text not null,
  zone            text,
  owner           text not null,
  wording         text,
  open            boolean not null default false,
  state           text not null check (state in ('DRAFT', 'APPROVED', 'SENT', 'SKIPPED')),
  reason          text not null default '',
  decided_by      text,
  decided_at      timestamptz,
  primary key (upgrade, number)
);
create index comms_planned_approved on comms_planned (upgrade) where state = 'APPROVED';

-- What was told by itself: each key once, whichever server finds it due first.
create table comms_told (
  key  text primary key,
  at   timestamptz not null
);

-- What was sent and stands on the public status page.
create table comms_open_message (
  key       text primary key,
  upgrade   bigint not null references plan_upgrade,
  at        timestamptz not null,
  language  text not null,
  subject   text not null,
  text      text not null
);
create index comms_open_message_of on comms_open_message (upgrade, at);

-- Wordings of this installation, in place of the shipped ones.
create table comms_wording (
  occasion    text not null,
  language    text not null,
  text        text not null,
  version     bigint not null,
  changed_at  timestamptz not null,
  changed_by  text not null,
  primary key (occasion, language)
);
