select
  (select coalesce(sum(n), 0)::integer from (
    select count(*) as n from register where member_id is not null group by hash(member_id) having count(*) > 1
  )) as duplicates,
  (select count(*)::integer from register where is_formula(member_id)) as formulas;
