-- Addresses that were kept before they were masked: without who signs in there, and without values of a query.
create function pg_temp.shown(text) returns text language sql immutable as $$
  select regexp_replace(
    regexp_replace(
      regexp_replace(
        regexp_replace($1, '://[^\s/?#]*@', '://', 'g'),
        '(://[^\s#]*)#\S*', '\1', 'g'),
      '([?&][^\s=&]*=)[^\s&]+', '\1***', 'g'),
    '([?&])[^\s=&]+(?=&|\s|$)', '\1***', 'g')
$$;

update inventory_feed set origin = pg_temp.shown(origin) where origin like '%://%' and origin <> pg_temp.shown(origin);
update inventory_change set origin = pg_temp.shown(origin) where origin like '%://%' and origin <> pg_temp.shown(origin);
update inventory_advisory_import set file = pg_temp.shown(file) where file like '%://%' and file <> pg_temp.shown(file);
