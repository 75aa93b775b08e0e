create or replace table scored as
with leveled as (
  select l.* replace (case when x.member_row is not null then 2 else l.nid_l end as nid_l)
  from levels l left join explained x using (exposed_row, member_row)
), rarity as (
  select *, frequency_weight(birth_n, $total, $birthDate_prior) as birth_f,
    frequency_weight(surname_n, $total, $surname_prior) as surname_f,
    frequency_weight(first_n, $total, $firstNames_prior) as first_f
  from leveled
), weighed as (
  select exposed_row, seen, member_row, member_id, nid_l, is_of_one, birth_l, surname_l, first_l, member_l, contract_l, insurer_l, rank_l,
    sex_l, email_l, postcode_l, city_l, street_l,
    (case nid_l when 4 then case when is_of_one then $nationalId_sameOfOne else $nationalId_same end
      when 3 then $nationalId_oneDigitOff when 2 then $nationalId_household
      when 0 then $nationalId_different when -1 then $nationalId_wrongKeyDifferent
      when -2 then $nationalId_unprovenDifferent else 0 end)::double as nid_w,
    (case birth_l
      when 3 then within($birthDate_sameMin, birth_f, $birthDate_sameMax)
      when 2 then $birthDate_incomplete when 1 then $birthDate_oneComponent
      when 0 then $birthDate_different else 0 end)::double as birth_w,
    (case surname_l
      when 3 then within($surname_sameMin, surname_f, $surname_sameMax)
      when 2 then within($surname_partMin, surname_f - $surname_partLess, $surname_sameMax)
      when 1 then within($surname_similarMin, surname_f - $surname_similarLess, $surname_similarMax)
      when 0 then $surname_different else 0 end)::double as surname_w,
    (case when first_l = 0 and birth_l = 0 and not (is_of_one and nid_l = 4) then $firstNames_otherPerson else case first_l
      when 3 then within($firstNames_sameMin, first_f + $firstNames_further * further_names, $firstNames_sameMax)
      when 2 then within($firstNames_partMin, first_f - $firstNames_partLess, $firstNames_partMax)
      when 1 then within($firstNames_similarMin, first_f - $firstNames_similarLess, $firstNames_similarMax)
      when 0 then $firstNames_different else 0 end end)::double as first_w,
    (case member_l when 3 then case when insurer_l = 3 then $memberNumber_sameInsurer else $memberNumber_same end
      when 2 then $memberNumber_oneCharacterOff when 0 then $memberNumber_different else 0 end)::double as member_w,
    (case contract_l
      when 3 then case when member_l = 3 or contract_n is null then $contract_same
        else within($contract_same, frequency_weight(contract_n, $total, 0),
          case when insurer_l = 3 then $contract_sameInsurerMax else $contract_sameMax end) end
      when 0 then $contract_different else 0 end)::double as contract_w,
    (case insurer_l when 3 then $insurer_same when 0 then $insurer_different else 0 end)::double as insurer_w,
    (case rank_l when 1 then $rank_same when 0 then $rank_different else 0 end)::double as rank_w,
    (case sex_l when 1 then $sex_same when 0 then $sex_different else 0 end)::double as sex_w,
    (case email_l when 3 then $email_same when 0 then $email_different else 0 end)::double as email_w,
    (case postcode_l when 3 then within($postcode_sameMin, frequency_weight(postcode_n, $total, 0), $postcode_sameMax) when 2 then $postcode_oneCharacterOff
      when 0 then $postcode_different else 0 end)::double as postcode_w,
    (case when postcode_l = 3 then 0 else case when city_l >= 2 then $city_same when city_l = 1 then $city_similar
      when city_l = 0 then $city_different else 0 end end)::double as city_w,
    (case street_l when 3 then $street_same when 2 then $street_part
      when 0 then $street_different else 0 end)::double as street_w
  from rarity
), summed as (
  select *, round(nid_w + birth_w + surname_w + first_w + member_w + contract_w + insurer_w + rank_w + sex_w
    + email_w + postcode_w + city_w + street_w, 2) as weight,
    -- An identifier of one person, where one of a family would not do, outweighs a name or a date that was replaced.
    coalesce(is_of_one and (nid_l = 4 and (coalesce(surname_l, 1) >= 1 or birth_l = 3 or street_l >= 2)
      or nid_l = 3 and surname_l >= 2), false) as is_personal
  from weighed
)
select * exclude (is_of_one),
  -- What forbids an automatic match, whatever the weight.
  case
    when nid_l = 0 then 'contradicted_national_id'
    when member_l = 0 and coalesce(nid_l, 0) < 3 then 'contradicted_member_number'
    when first_l = 0 and not (is_personal and coalesce(birth_l, 1) >= 1) then 'contradicted_first_name'
    -- Born the same day under the same number, with another rank and a name that is only like: the twin.
    when first_l = 1 and rank_l = 0 and birth_l = 3 and not is_of_one then 'contradicted_first_name'
    when birth_l = 0 and not (is_personal and coalesce(first_l, 1) >= 1) then 'contradicted_birth_date'
  end as contradiction,
  case
    when nid_l = 4 and birth_l = 3 and rank_l = 1 and first_l >= 1 then 'T1'
    when nid_l = 4 and birth_l = 3 and (first_l >= 2 or first_l = 1 and rank_l is null) then 'T2'
    when member_l = 3 and insurer_l = 3 and birth_l = 3 and first_l >= 2 and coalesce(surname_l, 1) >= 1 then 'T3'
    when nid_l = 3 and birth_l = 3 and first_l >= 2 and surname_l >= 1 then 'T4'
    when surname_l = 3 and first_l = 3 and birth_l = 3 and insurer_l = 3
      and surname_w + first_w + birth_w >= $rareNameAndDate then 'T5'
    when weight >= $upper and (coalesce(first_l, 1) >= 1 or is_personal) then 'R'
  end as tier
from summed;
