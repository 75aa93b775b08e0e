-- Two rows for one member with different birth dates, not merely written or known otherwise, where no identifier speaks for the odd
-- one: a person decides.
create or replace table conflicting as
select d.exposed_row
from decided d join exposed e on e.row = d.exposed_row
where d.verdict = 'matched' and coalesce(d.nid_l, 0) < 3 and d.birth_l < 2
  and exists (
    select 1 from decided o join exposed x on x.row = o.exposed_row
    where o.member_row = d.member_row and o.verdict = 'matched' and x.birth <> e.birth
  );
update decided set verdict = 'ambiguous', reason = 'conflicting_rows'
where exposed_row in (from conflicting);
-- Everyone an ambiguous row may be: its best candidate and those too near to tell apart.
insert into possible
select s.exposed_row, s.seen, s.member_row, s.member_id, s.weight
from scored s join decided d using (exposed_row)
where d.verdict = 'ambiguous' and s.weight >= $lower and s.weight > d.weight - $margin
union
select exposed_row, seen, member_row, member_id, weight from decided where verdict = 'ambiguous';
