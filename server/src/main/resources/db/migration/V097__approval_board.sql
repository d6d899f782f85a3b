-- Who sits in a meeting of the board, by whose clock it is set, and what became of it.
alter table approval_meeting
  add column zone        text not null default 'UTC',
  add column members     text[] not null default '{}',
  add column every_weeks int check (every_weeks between 1 and 52),
  add column state       text not null default 'SET' check (state in ('SET', 'OPEN', 'CLOSED', 'OFF')),
  add column opened_at   timestamptz,
  add column closed_at   timestamptz,
  add column present     text[] not null default '{}',
  add column notes       text not null default '',
  add column version     bigint not null default 1;

-- What a meeting had before it: as it was told when it was opened, and where it stood when it was closed.
create table approval_agenda (
  meeting   bigint not null references approval_meeting,
  position  int not null check (position > 0),
  request   bigint not null references approval_request,
  told      jsonb not null,
  outcome   text,
  primary key (meeting, position),
  unique (meeting, request)
);
create index approval_agenda_request on approval_agenda (request);
create function approval_agenda_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.outcome is null and new.outcome is not null
      and (new.meeting, new.position, new.request, new.told) = (old.meeting, old.position, old.request, old.told) then
    return new;
  end if;
  raise exception 'What was on an agenda, and what became of it, stays';
end $$;
create trigger approval_agenda_stays before update or delete on approval_agenda
  for each row execute function approval_agenda_stays();
