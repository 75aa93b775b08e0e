insert into decided
select exposed_row, seen, member_row, member_id,
  case
    when greatest(weight, coalesce(second_weight, weight)) < $lower then 'not_ours'
    when contradiction is null and tier is not null and not tied then 'matched'
    else 'ambiguous' end as verdict,
  tier, weight, second_row, second_weight, nid_l, birth_l,
  case
    when greatest(weight, coalesce(second_weight, weight)) < $lower then 'weak_candidate'
    when contradiction is not null then contradiction
    when tied then 'tie'
    when tier is null then 'not_enough_evidence'
    when tier = 'T1' then 'national_id_birth_date_rank_first_name'
    when tier = 'T2' then 'national_id_birth_date_first_name'
    when tier = 'T3' then 'member_number_insurer_birth_date_first_name'
    when tier = 'T4' then 'national_id_one_digit_off_birth_date_name'
    when tier = 'T5' then 'rare_name_birth_date_insurer'
    else 'sum_of_evidence' end as reason
from best;
-- The candidates that explain each verdict, best first, two at most.
create or replace view explanation as
select s.*, coalesce(k.place, 1) as place
from scored_first s left join ranking_first k using (exposed_row, member_row)
where s.exposed_row in (from first_row)
  and (k.place is not null or s.exposed_row not in (from contested_first))
union all
select s.*, coalesce(k.place, 1)
from scored s left join ranking k using (exposed_row, member_row)
where k.place is not null or s.exposed_row not in (from contested);
