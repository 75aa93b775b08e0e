-- What is left, by equi-joins only. Each block is capped on the register's side; a row that met a capped block can end
-- ambiguous, never dropped.
create or replace table left_rows as
select e.* from scoped e where e.row not in (select exposed_row from decided);

create or replace table register_name as
select row, surname as name, first_names, birth from register where surname is not null
union all
select row, usage_name, first_names, birth from register
where usage_name is not null and usage_name is distinct from surname;

create or replace table exposed_name as
select row, surname as name, first_names, birth from left_rows where surname is not null
union all
select row, usage_name, first_names, birth from left_rows
where usage_name is not null and usage_name is distinct from surname
union all
-- surname and first name exchanged
select row, first_names, surname, birth from left_rows where first_names is not null;

create or replace table register_key as
select 'nid:' || nid as key, row from register where nid is not null
union all select 'member:' || member_number, row from register where member_number is not null
union all select 'name-birth:' || name || birth, row from register_name where birth is not null
union all select 'first-birth:' || split_part(first_names, ' ', 1) || birth || name[1:2], row
  from register_name where birth is not null and first_names is not null
union all select 'full-year:' || name || '/' || first_names || year_of(birth), row
  from register_name where birth is not null and first_names is not null
union all select 'full-day:' || name || '/' || first_names || birth % 10000, row
  from register_name where birth is not null and first_names is not null
union all select 'full:' || name || '/' || first_names, row
  from register_name where first_names is not null and exists (from left_rows where birth is null);

create or replace table exposed_key as
select distinct key, row from (
  select 'nid:' || nid as key, row from left_rows where nid is not null
  union all select 'member:' || member_number, row from left_rows where member_number is not null
  union all select 'name-birth:' || name || birth, row from exposed_name where birth is not null
  union all select 'name-birth:' || name || swapped_date(birth), row from exposed_name where birth is not null
  union all select 'first-birth:' || split_part(first_names, ' ', 1) || birth || name[1:2], row
    from exposed_name where birth is not null and first_names is not null
  union all select 'full-year:' || name || '/' || first_names || year_of(birth), row
    from exposed_name where birth is not null and first_names is not null
  union all select 'full-day:' || name || '/' || first_names || birth % 10000, row
    from exposed_name where birth is not null and first_names is not null
  union all select 'full:' || name || '/' || first_names, row
    from exposed_name where birth is null and first_names is not null
);

create or replace table wanted_key as
select key, row from register_key where key in (select key from exposed_key);
create or replace table capped_key as
select key from wanted_key group by key having count(*) > $blockLimit;
create or replace table capped_row as
select distinct row as exposed_row from exposed_key where key in (from capped_key);
create or replace table pairs as
select distinct e.row as exposed_row, r.row as member_row
from exposed_key e join wanted_key r using (key)
where e.key not in (from capped_key);
drop table register_key;
drop table exposed_key;
drop table wanted_key;
