-- When what was agreed to was found to be something else, what differed and who changed it; and when it was as agreed
-- again.
create table approval_lapse (
  request       bigint not null references approval_request,
  number        int not null check (number > 0),
  lapsed        boolean not null,
  differences   text[] not null,
  changed_by    text,
  at            timestamptz not null,
  primary key (request, number)
);
create trigger approval_lapse_append_only before update or delete on approval_lapse
  for each row execute function approval_is_append_only();
