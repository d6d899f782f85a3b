-- Who issued a token, also of those that were taken back: nobody approves what he wrote with one.
create table identity_token_issue (
  token    text not null,
  by_kind  text not null check (by_kind in ('PERSON', 'TOKEN', 'SYSTEM')),
  by       text not null,
  at       timestamptz not null,
  primary key (token, by_kind, by)
);

-- Of those there are, whoever cannot be told any more is held to be a person.
insert into identity_token_issue (token, by_kind, by, at)
select name, case
    when created_by = 'evenkeel' then 'SYSTEM'
    when exists (select from identity_person where identity_person.name = created_by) then 'PERSON'
    when exists (select from identity_token as other where other.name = identity_token.created_by) then 'TOKEN'
    else 'PERSON'
  end, created_by, created_at
from identity_token;
