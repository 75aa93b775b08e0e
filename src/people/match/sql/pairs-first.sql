-- The pairs that an identifier and a date make: most rows end here.
create or replace table pairs as
select e.row as exposed_row, r.row as member_row
from scoped e join register r on r.nid = e.nid and r.birth = e.birth;
