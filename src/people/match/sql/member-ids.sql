select
  (select coalesce(sum(n), 0)::integer from (
    select count(*) as n from register where member_id is not null group by hash(member_id) having count(*) > 1
  )) as duplicates,
  (select count(*)::integer from register where member_id[1] in ('=', '+', '-', '@', chr(9))) as formulas;
