-- The two best candidates of each row; the member id, not the place in the file, orders equal ones. Equal weights are
-- told apart by nothing: a tie, whose members are both kept. Most rows have one candidate: only the others are sorted.
create or replace table contested as
select exposed_row from scored group by exposed_row having count(*) > 1;
create or replace table ranking as
select s.exposed_row, s.member_row, s.weight, s.first_l, s.first_w,
  row_number() over (partition by s.exposed_row order by s.weight desc, r.member_id, s.member_row) as place
from scored s join register r on r.row = s.member_row
where s.exposed_row in (from contested)
qualify place <= 2;
create or replace table best as
select s.exposed_row, s.member_row, s.tier, s.weight, s.contradiction, s.nid_l, s.birth_l,
  b.member_row as second_row, b.weight as second_weight,
  -- A whole first name against a part of one tells two people of a household apart when the date says the same. Without
  -- a date it tells nothing: lists often keep the first of several first names.
  coalesce(b.weight > s.weight - case
    when s.birth_l >= 2 and s.first_l = 3 and b.first_l < 3 then $margin / 2
    when coalesce(s.birth_l, 0) < 2 and b.first_l >= 2 then $margin + greatest(0, s.first_w - b.first_w)
    else $margin end, false) as tied
from scored s
left join (from ranking where place = 1) a using (exposed_row, member_row)
left join (from ranking where place = 2) b on b.exposed_row = s.exposed_row
where a.place = 1 or s.exposed_row not in (from contested);
