-- What people say of an upgrade, by kind of sheet; every save is a row, the newest counts.
create table risk_sheet (
  upgrade     bigint not null references plan_upgrade,
  kind        text not null,
  version     bigint not null,
  body        text not null,
  actor_kind  text not null,
  actor       text not null,
  at          timestamptz not null,
  primary key (upgrade, kind, version)
);

-- Risks. Those with a key are found by Evenkeel itself: title, detail and what is proposed are computed again, the rest is people's.
create table risk_finding (
  id                   bigint generated always as identity primary key,
  upgrade              bigint not null references plan_upgrade,
  key                  text,
  title                text not null,
  detail               text not null,
  proposed_likelihood  int,
  proposed_impact      int,
  likelihood           int check (likelihood between 1 and 5),
  impact               int check (impact between 1 and 5),
  source               text not null,
  owner                text,
  mitigation           text,
  state                text not null,
  accepted_by          text,
  made_at              timestamptz not null,
  gone_at              timestamptz,
  version              bigint not null default 1,
  unique (upgrade, key)
);

-- Who changed what of a risk, and when; only added to.
create table risk_finding_log (
  id          bigint generated always as identity primary key,
  finding     bigint not null references risk_finding,
  at          timestamptz not null,
  actor_kind  text not null,
  actor       text not null,
  field       text not null,
  before      text,
  after       text
);
create index risk_finding_log_of on risk_finding_log (finding, id);

-- What was advised, since when and from which facts; only added to.
create table risk_advice (
  id        bigint generated always as identity primary key,
  upgrade   bigint not null references plan_upgrade,
  at        timestamptz not null,
  strategy  text not null,
  scores    text not null,
  facts     text not null,
  why       text not null
);
create index risk_advice_of on risk_advice (upgrade, id);
