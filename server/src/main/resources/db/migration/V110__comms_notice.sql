-- When people were told ahead that an upgrade happens, and for when: a row each time.
create table comms_notice (
  upgrade       bigint not null references plan_upgrade,
  at            timestamptz not null,
  window_start  timestamptz not null,
  window_end    timestamptz not null,
  -- Whether they were told the hours, and not only the day.
  exact         boolean not null,
  primary key (upgrade, at),
  check (window_start < window_end)
);
