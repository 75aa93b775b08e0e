-- More pairs, by what is shared too widely to name a person in a large list. A block over the limit is set aside here
-- without making its rows ambiguous: it was never a promise to search it.
create or replace table exposed_wide as
select distinct key, row from (select unnest([$exposedKeys]) as key, row from left_rows) where key is not null;
create or replace table register_wide as
select key, row from (select unnest([$registerKeys]) as key, row from register)
where key in (select key from exposed_wide);
create or replace table wide_key as
select key from register_wide group by key having count(*) <= $wideBlockLimit;
insert into pairs
select distinct e.row, r.row
from exposed_wide e join register_wide r using (key)
where key in (from wide_key) and not exists (from pairs p where p.exposed_row = e.row and p.member_row = r.row);
create or replace table postcode_frequency as
select postcode, count(*) as n from register where postcode is not null group by 1;
drop table exposed_wide;
drop table register_wide;
