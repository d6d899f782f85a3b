-- Kick-offs to which people were invited by e-mail, and who has which invitation.
create table comms_kick_off (
  upgrade   bigint primary key references plan_upgrade,
  sequence  int not null,
  digest    text not null,
  meeting   jsonb not null,
  over      boolean not null default false
);

create table comms_kick_off_guest (
  upgrade   bigint not null references comms_kick_off,
  person    text not null,
  address   text not null,
  sequence  int not null,
  letters   int not null,
  off       boolean not null,
  message   bigint,
  at        timestamptz not null,
  primary key (upgrade, person)
);
