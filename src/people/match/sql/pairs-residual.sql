-- What is left, by equi-joins only. Each block is capped on the register's side; a row that met a capped block can end
-- ambiguous, never dropped. A block is named by a hash: texts would be most of the time and of the memory, and two
-- blocks that share a name only give pairs that the score throws out.
create or replace table left_rows as
select e.* from scoped e anti join decided d on d.exposed_row = e.row;
create table no_identity as
select row, nid_class = 7 as is_lost from left_rows where nid is null and member_number is null
  and (birth is null or coalesce(surname, usage_name, first_names) is null);

create or replace view register_name as
select row, surname as name, first_names, birth from register where surname is not null
union all
select row, usage_name, first_names, birth from register
where usage_name is not null and usage_name is distinct from surname;

create or replace view exposed_name as
select row, surname as name, first_names, birth from left_rows where surname is not null
union all
select row, usage_name, first_names, birth from left_rows
where usage_name is not null and usage_name is distinct from surname
union all
-- surname and first name exchanged
select row, first_names, surname, birth from left_rows where first_names is not null;

create or replace table exposed_key as
select distinct key, row from (
  select block('nid', nid) as key, row from left_rows where nid is not null
  union all select block('member', member_number), row from left_rows where member_number is not null
  union all select unnest([block('contract', contract, birth), block('contract', contract, swapped_date(birth))]), row
    from left_rows where contract is not null and birth is not null
  -- Nothing else to go by: both names may have a typing error.
  union all select block('initials', birth, surname[1], first_names[1]), row
    from left_rows where member_number is null and nid_class not in (1, 2, 6)
  union all select unnest([
      block('name-birth', name, birth), block('name-birth', name, swapped_date(birth)),
      block('first-birth', first_token(first_names), birth, name[1:2]),
      block('full-year', name, first_names, year_of(birth)), block('full-day', name, first_names, birth % 10000)
    ]), row from exposed_name where birth is not null
  union all select block('full', name, first_names), row from exposed_name where birth is null
  union all select block('undated', name, first_names), row from exposed_name where exists (from register where birth is null)
) where key is not null;

create or replace view register_key as
select block('nid', nid) as key, row from register where nid is not null
union all select block('member', member_number), row from register where member_number is not null
union all select block('contract', contract, birth), row from register where contract is not null
union all select block('initials', birth, surname[1], first_names[1]), row from register
union all select unnest([
    block('name-birth', name, birth), block('first-birth', first_token(first_names), birth, name[1:2]),
    block('full-year', name, first_names, year_of(birth)), block('full-day', name, first_names, birth % 10000)
  ]), row from register_name where birth is not null
union all select block('full', name, first_names), row
  from register_name where exists (from left_rows where birth is null)
union all select block('undated', name, first_names), row from register_name where birth is null;

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
drop table exposed_key;
drop table wanted_key;

create or replace table contract_frequency as
select hash(contract) as contract_hash, count(*) as n from register
where hash(contract) in (select hash(contract) from left_rows where member_number is null) group by 1;
