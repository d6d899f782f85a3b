-- Rules of one's own for the way up of a product, as YAML; they stand beside those that come with Evenkeel.
create table inventory_path_rule (
  product     text primary key,
  body        text not null,
  at          timestamptz not null,
  actor_kind  text not null,
  actor       text not null
);
