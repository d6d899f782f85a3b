-- That support or a warranty of a system ends soon or has ended, told once for each of its distances.
create table inventory_warning (
  id          bigint generated always as identity primary key,
  at          timestamptz not null,
  system      text not null,
  what        text not null,
  ends        date not null,
  days        int not null,
  says        text not null,
  unique (system, what, ends, days)
);
