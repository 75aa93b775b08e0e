-- Who lives with whom, to tell a child under the other parent's NIR from a stranger.
create or replace table explained as
with unexplained as (
  select exposed_row, member_row, asked_nid as nid, by_number, by_holder from levels
  where asked_nid is not null and asked_nid not in (from shared_nid)
), household as (
  select nid, 'M' || member_number as by_number, 'P' || coalesce(policyholder_id, member_id) as by_holder
  from register where nid in (select nid from unexplained)
)
select distinct u.exposed_row, u.member_row
from unexplained u join household h on h.nid = u.nid
where h.by_number = u.by_number or h.by_holder = u.by_holder;
