-- In whose name a run starts by itself is asked again when it starts: whether it was a person or a token must be known then.
alter table execution_appointment add column made_by_kind text;

-- Of those made before, what nobody can tell any more is held to be a person, and waits if there is none.
update execution_appointment set made_by_kind = case
  when made_by = 'evenkeel' then 'SYSTEM'
  when exists (select from identity_person where name = made_by) then 'PERSON'
  when exists (select from identity_token where name = made_by) then 'TOKEN'
  else 'PERSON'
end;

alter table execution_appointment
  alter column made_by_kind set not null,
  add check (made_by_kind in ('PERSON', 'TOKEN', 'SYSTEM')),
  -- Why it starts outside of its window or inside of a freeze.
  add column override text;
