insert into decided
select exposed_row, member_row,
  case
    when weight < $lower then 'not_ours'
    when contradiction is null and tier is not null and not tied then 'matched'
    else 'ambiguous' end as verdict,
  tier, weight, second_row, second_weight, nid_l, birth_l,
  case
    when weight < $lower then 'weak_candidate'
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
insert into explanation select * from ranked anti join explanation using (exposed_row);
