-- Levels of agreement of each pair, field by field, and how common its values are. The text stays in the lists; a pair
-- carries small integers. The candidates come as `scoped` e joined to `register` r.
create or replace table levels as
with straight as (
  select e.row as exposed_row, e.seen, r.row as member_row, r.member_id,
    nid_level(e.nid, e.nid_class, r.nid, r.nid_class) as nid_l, e.nid, r.nid_class = 6 and (from identifier_of_one) as is_of_one,
    birth_level(e.birth, r.birth) as birth_l,
    first_level(e.first_names, r.first_names) as first_plain,
    -- Under an insurer's number that may be a typing error, the same number still speaks; another one says nothing.
    case when e.insurer <> r.insurer then case when e.member_number = r.member_number then 3 end
      else number_level(e.member_number, r.member_number) end as member_l,
    number_level(e.contract, r.contract) as contract_l,
    number_level(e.insurer, r.insurer) as insurer_l,
    case when e.rank is null or r.rank is null then null when e.rank = r.rank then 1 else 0 end as rank_l,
    case when e.sex is null or r.sex is null then null when e.sex = r.sex then 1 else 0 end as sex_l,
    $searchColumns,
    bf.n as birth_n, sf.n as surname_n, uf.n as usage_n, ff.n as first_n,
    e.surname as e_surname, e.usage_name as e_usage, e.first_names as e_first,
    r.surname as r_surname, r.usage_name as r_usage, r.first_names as r_first,
    r.member_number, r.policyholder_id
  from $candidates
  left join birth_frequency bf on bf.birth = r.birth
  left join surname_frequency sf on sf.name = r.surname
  left join surname_frequency uf on uf.name = r.usage_name
  left join first_frequency ff on ff.name = first_token(r.first_names)
), first_read as (
  select *, case when first_plain = 0 and is_short_typo(e_first, e_first_n, r_first, first_n) then 1
    else first_plain end as first_straight
  from straight
), told_apart as (
  -- Another first name and another date tell another person of the household, most of the pairs of a block: words and
  -- typing errors, which cost most, are not looked for there.
  select *, coalesce(first_straight = 0 and birth_l = 0 and not is_of_one, false) as is_other from first_read
), named as (
  select *, case
    when is_other then case
      when e_surname in (r_surname, r_usage) or e_usage in (r_surname, r_usage) then 3
      when coalesce(e_surname, e_usage) is null or coalesce(r_surname, r_usage) is null then null
      else 0 end
    else greatest(name_level(e_surname, r_surname), name_level(e_surname, r_usage),
      name_level(e_usage, r_surname), name_level(e_usage, r_usage)) end as surname_straight
  from told_apart
), both_ways as (
  -- Names exchanged are looked for only where the straight reading fails; one of the two may have a typing error.
  select *, case
    when is_other or surname_straight > 0 and first_straight > 0 then 0
    when name_holds(e_first, r_surname) or name_holds(e_first, r_usage) then least(2, first_level(e_surname, r_first))
    when first_holds(e_surname, r_first)
      then least(1, greatest(name_level(e_first, r_surname), name_level(e_first, r_usage)))
    when surname_straight = 0 and first_straight = 0
      then least(1, coalesce(name_level(e_first, r_surname), 0), coalesce(first_level(e_surname, r_first), 0))
    else 0 end as swapped_l
  from named
)
select exposed_row, seen, member_row, member_id, nid_l, is_of_one, birth_l,
  -- Kept only where the household must be asked.
  case when nid_l in (0, 1) then nid end as asked_nid,
  case when nid_l in (0, 1) then 'M' || member_number end as by_number,
  case when nid_l in (0, 1) then 'P' || coalesce(policyholder_id, member_id) end as by_holder,
  case when swapped_l > 0 and coalesce(surname_straight, 0) = 0 then swapped_l else surname_straight end as surname_l,
  case when swapped_l > 0 and coalesce(first_straight, 0) = 0 then swapped_l else first_straight end as first_l,
  case when first_straight = 3 then len(r_first) - len(compact(r_first)) else 0 end as further_names,
  member_l, contract_l, insurer_l, rank_l, sex_l, email_l, postcode_l, city_l, street_l,
  birth_n, first_n, contract_n,
  -- As common as the name that agrees; of two that are near, as the commoner.
  case when r_surname in (e_surname, e_usage) then surname_n when r_usage in (e_surname, e_usage) then usage_n
    else greatest(surname_n, usage_n) end as surname_n
from both_ways;

-- Who lives with whom, to tell a child under the other parent's NIR from a stranger.
create or replace table explained as
with unexplained as (
  select exposed_row, member_row, asked_nid as nid, by_number, by_holder from levels
  where asked_nid is not null and asked_nid not in (from shared_nid)
), household as (
  select nid, 'M' || member_number as by_number, 'P' || coalesce(policyholder_id, member_id) as by_holder
  from register where nid in (select nid from unexplained)
)
select distinct u.exposed_row, u.member_row
from unexplained u join household h on h.nid = u.nid
where h.by_number = u.by_number or h.by_holder = u.by_holder;

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
    (case postcode_l when 3 then $postcode_same when 2 then $postcode_oneCharacterOff
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
