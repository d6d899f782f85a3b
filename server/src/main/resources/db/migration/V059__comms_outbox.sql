-- Ways to reach people.
create table comms_channel (
  id            bigint generated always as identity primary key,
  name          text not null unique check (name ~ '^[a-z0-9][a-z0-9._-]{0,59}$'),
  kind          text not null,
  -- For e-mail: those it goes to, with commas between; for a signed webhook: where it is. Addresses that are secrets
  -- themselves are kept as secrets.
  address       text not null default '',
  secret        text,
  host          text,
  port          int,
  security      text,
  username      text,
  sender        text,
  language      text not null,
  audience      text not null default '',
  digest        boolean not null default false,
  -- E-mail to single persons leaves through this one.
  for_people    boolean not null default false,
  -- What becomes of a message of which nobody knows whether it arrived: HOLD or AGAIN.
  in_doubt      text not null default 'HOLD',
  version       bigint not null default 1,
  changed_at    timestamptz not null,
  changed_by    text not null,
  -- While it cannot be reached, nothing is tried.
  unreachable   int not null default 0,
  paused_until  timestamptz
);
create unique index comms_channel_for_people on comms_channel (for_people) where for_people;

-- What is to be told. Rows are written in the transaction of what they tell of.
create table comms_message (
  id            bigint generated always as identity primary key,
  key           text not null unique,
  -- What receivers know it by; the same at every attempt.
  wire          uuid not null unique,
  channel       bigint references comms_channel on delete set null,
  channel_name  text not null,
  recipient     text,
  -- Who has not got it yet, when others have.
  remaining     text[],
  subject       text not null,
  text          text not null,
  html          text,
  invite        text,
  about         text not null,
  language      text not null,
  actor_kind    text not null,
  actor         text not null,
  state         text not null,
  says          text not null default '',
  posted_at     timestamptz not null,
  due_at        timestamptz not null,
  give_up_at    timestamptz not null,
  tries         int not null default 0,
  -- Who has it in hand.
  lane          int,
  ended_at      timestamptz,
  version       bigint not null default 1
);
create index comms_message_due on comms_message (due_at, id) where state = 'WAITING';
create index comms_message_in_hand on comms_message (lane) where state = 'SENDING';
create index comms_message_failed on comms_message (id) where state = 'FAILED';
create index comms_message_about on comms_message (about text_pattern_ops, id);
create index comms_message_of_channel on comms_message (channel, id);

-- Attempts to deliver. Each is written down before it is made.
create table comms_delivery (
  id             bigint generated always as identity primary key,
  message        bigint not null references comms_message,
  number         int not null,
  started_at     timestamptz not null,
  -- From here on it may have arrived.
  handed_over_at timestamptz,
  ended_at       timestamptz,
  outcome        text,
  says           text not null default '',
  unique (message, number)
);
