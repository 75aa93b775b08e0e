-- The two best candidates of each row; the member id, not the place in the file, orders equal ones. Equal weights are told apart by nothing: a tie, whose members are both kept.
create or replace table ranked as
select s.*, row_number() over (partition by exposed_row order by weight desc, r.member_id, member_row) as place
from scored s join register r on r.row = s.member_row
qualify place <= 2;
create or replace table best as
select a.* exclude (place), b.member_row as second_row, b.weight as second_weight,
  coalesce(b.weight > a.weight - case when a.first_l = 3 and b.first_l < 3 then $margin / 2 else $margin end, false) as tied
from ranked a left join ranked b on b.exposed_row = a.exposed_row and b.place = 2
where a.place = 1;
