-- An identifier, its date and a first name, and no other candidate near: decided before any search.
create or replace table decided as
select exposed_row, seen, member_row, member_id, 'matched' as verdict, tier, weight, second_row, second_weight, nid_l, birth_l,
  case tier when 'T1' then 'national_id_birth_date_rank_first_name' else 'national_id_birth_date_first_name' end as reason
from best
where tier in ('T1', 'T2') and contradiction is null and not tied;
create or replace table possible (
  exposed_row integer, seen bigint, member_row integer, member_id varchar, weight double
);
-- What was found of the rows decided here explains them; the search that follows scores the others afresh.
create table first_row as select exposed_row from decided;
alter table scored rename to scored_first;
alter table ranking rename to ranking_first;
alter table contested rename to contested_first;
drop view best;
drop view levels;
