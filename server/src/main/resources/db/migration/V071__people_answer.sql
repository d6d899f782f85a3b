-- What people of a team said: that they have seen the chart of duties, that they are there for the window or not;
-- and when the chart was given out (then without a person).
-- about: the chart or the window it was said of; it holds for no other.
create table people_answer (
  id          bigint generated always as identity primary key,
  upgrade     bigint not null references plan_upgrade,
  kind        text not null check (kind in ('GIVEN_OUT', 'ACKNOWLEDGED', 'AVAILABLE', 'NOT_AVAILABLE')),
  person      text check ((person is null) = (kind = 'GIVEN_OUT')),
  about       text not null,
  note        text,
  actor_kind  text not null,
  actor       text not null,
  at          timestamptz not null
);
create index people_answer_upgrade on people_answer (upgrade, id);

create function people_answer_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'What people said is append-only';
end $$;
create trigger people_answer_append_only before update or delete on people_answer
  for each row execute function people_answer_is_append_only();
