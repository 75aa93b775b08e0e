-- One line for each record of the register. A matched row confirms when a rule on identifiers made it, presumes when
-- names or the sum of the evidence did.
create table member as
with matched as (
  select member_row, bool_or(tier in ('T1', 'T2', 'T3', 'T4')) as confirmed, bit_or(seen) as seen
  from decided where verdict = 'matched' group by member_row
), unsure as (
  select member_row, bit_or(seen) as seen from possible group by member_row
)
select r.row as member_row, r.member_id,
  case when m.confirmed then 'confirmed' when m.member_row is not null then 'presumed'
    when u.member_row is not null then 'cannot_be_excluded' else 'not_on_list' end as class,
  coalesce(m.seen, u.seen, 0) as seen
from register r
left join matched m on m.member_row = r.row
left join unsure u on u.member_row = r.row;
