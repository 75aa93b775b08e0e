-- One line for each record of the register. A matched row confirms when a rule on identifiers made it, presumes when
-- names or the sum of the evidence did.
copy (
with matched as (
  select member_row, bool_or(tier in ('T1', 'T2', 'T3', 'T4')) as confirmed, bit_or(seen) as seen
  from decided where verdict = 'matched' group by member_row
), unsure as (
  select member_row, bit_or(seen) as seen from possible group by member_row
)
select r.row as member_row, r.member_id,
  case when r.confirmed then 'confirmed' when r.is_matched then 'presumed'
    when r.is_unsure then 'cannot_be_excluded' else 'not_on_list' end as class,
  $categories as categories
from (
  select r.row, r.member_id, m.member_row is not null as is_matched, m.confirmed, u.member_row is not null as is_unsure,
    coalesce(m.seen, u.seen, 0) as seen
  from register r
  left join matched m on m.member_row = r.row
  left join unsure u on u.member_row = r.row
) r
order by member_row
) to $file (format parquet, compression zstd);
create view member as from read_parquet($file);
