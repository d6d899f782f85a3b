-- That people were told that an approval ends soon: once for each request.
create table approval_ending (
  request  bigint primary key references approval_request,
  at       timestamptz not null
);
