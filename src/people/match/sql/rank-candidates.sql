-- The two best candidates of each row, those that something contradicts behind their equals; the member id, not the place
-- in the file, orders equal ones. Equal weights are told apart by nothing: a tie, whose members are both kept. Most rows
-- have one candidate: only the others are sorted.
create or replace table contested as
select exposed_row from scored group by exposed_row having count(*) > 1;
create or replace table ranking as
select s.exposed_row, s.member_row, s.weight, s.contradiction, s.first_l, s.surname_l, s.birth_l,
  s.weight - case when s.contradiction is null then 0 else $contradicted end as standing,
  row_number() over (partition by s.exposed_row order by standing desc, s.member_id, s.member_row) as place
from scored s
where s.exposed_row in (from contested)
qualify place <= 2;
create or replace view best as
select s.exposed_row, s.seen, s.member_row, s.member_id, s.tier, s.weight, s.contradiction, s.nid_l, s.birth_l,
  b.member_row as second_row, b.weight as second_weight,
  coalesce(b.standing > coalesce(a.standing, s.weight) - case
    -- What contradicts the other one here agrees.
    when s.birth_l = 3 and s.first_l >= 2 and (b.contradiction is not null or b.first_l = 0 or b.birth_l = 0) then 0
    -- A whole first name against a part of one tells two people of a household apart when the date says the same. Without
    -- a date it tells nothing: lists often keep the first of several first names.
    when s.birth_l >= 2 and s.first_l = 3 and b.first_l < 3 then $margin / 2
    when coalesce(s.birth_l, 0) < 2 and not s.is_personal and b.first_l >= 1 and b.surname_l >= 1 then $householdMargin
    else $margin end, false) as tied
from scored s
left join (from ranking where place = 1) a using (exposed_row, member_row)
left join (from ranking where place = 2) b on b.exposed_row = s.exposed_row
where a.place = 1 or s.exposed_row not in (from contested);
