-- Levels of agreement of each pair, field by field, and how common its values are. The text stays in the lists; a pair
-- carries small integers. The candidates come as `scoped` e joined to `register` r.
create or replace table levels as
with straight as (
  select e.row as exposed_row, r.row as member_row,
    nid_level(e.nid, e.nid_class, r.nid, r.nid_class) as nid_l,
    birth_level(e.birth, r.birth) as birth_l,
    greatest(name_level(e.surname, r.surname), name_level(e.surname, r.usage_name),
      name_level(e.usage_name, r.surname), name_level(e.usage_name, r.usage_name)) as surname_straight,
    first_level(e.first_names, r.first_names) as first_straight,
    case when e.insurer is distinct from r.insurer and e.insurer is not null and r.insurer is not null
      then null else number_level(e.member_number, r.member_number) end as member_l,
    number_level(e.contract, r.contract) as contract_l,
    number_level(e.insurer, r.insurer) as insurer_l,
    case when e.rank is null or r.rank is null then null when e.rank = r.rank then 1 else 0 end as rank_l,
    case when e.sex is null or r.sex is null then null when e.sex = r.sex then 1 else 0 end as sex_l,
    bf.n as birth_n, least(sf.n, uf.n) as surname_n, ff.n as first_n,
    e.surname as e_surname, e.first_names as e_first,
    r.surname as r_surname, r.usage_name as r_usage, r.first_names as r_first
  from $candidates
  left join birth_frequency bf on bf.birth = r.birth
  left join surname_frequency sf on sf.name = r.surname
  left join surname_frequency uf on uf.name = r.usage_name
  left join first_frequency ff on ff.name = r.first_names
), both_ways as (
  -- Names exchanged are looked for only where the straight reading fails; one of the two may have a typing error.
  select *, case
    when surname_straight > 0 and first_straight > 0 then 0
    when name_holds(e_first, r_surname) or name_holds(e_first, r_usage) then least(2, first_level(e_surname, r_first))
    when first_holds(e_surname, r_first)
      then least(1, greatest(name_level(e_first, r_surname), name_level(e_first, r_usage)))
    else 0 end as swapped_l
  from straight
)
select exposed_row, member_row, nid_l, birth_l,
  case when swapped_l > 0 and coalesce(surname_straight, 0) = 0 then swapped_l else surname_straight end as surname_l,
  case when swapped_l > 0 and coalesce(first_straight, 0) = 0 then swapped_l else first_straight end as first_l,
  member_l, contract_l, insurer_l, rank_l, sex_l, birth_n, surname_n, first_n
from both_ways;

-- Who lives with whom, to tell a child under the other parent's NIR from a stranger.
create or replace table explained as
with unexplained as (
  select l.exposed_row, l.member_row, e.nid,
    'M' || r.member_number as by_number, 'P' || coalesce(r.policyholder_id, r.member_id) as by_holder
  from levels l join scoped e on e.row = l.exposed_row join register r on r.row = l.member_row
  where l.nid_l in (0, 1) and e.nid not in (from shared_nid)
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
), weighed as (
  select exposed_row, member_row,
    nid_l, birth_l, surname_l, first_l, member_l, contract_l, insurer_l, rank_l, sex_l,
    (case nid_l when 4 then $nationalId_same when 3 then $nationalId_oneDigitOff when 2 then $nationalId_household
      when 0 then $nationalId_different when -1 then $nationalId_wrongKeyDifferent else 0 end)::double as nid_w,
    (case birth_l
      when 3 then frequency_weight(birth_n, $total, $birthDate_sameMin, $birthDate_sameMax)
      when 2 then $birthDate_incomplete when 1 then $birthDate_oneComponent
      when 0 then $birthDate_different else 0 end)::double as birth_w,
    (case surname_l
      when 3 then frequency_weight(surname_n, $total, $surname_sameMin, $surname_sameMax)
      when 2 then frequency_weight(surname_n, $total, $surname_sameMin, $surname_sameMax) - 3
      when 1 then $surname_similar when 0 then $surname_different else 0 end)::double as surname_w,
    (case when first_l = 0 and birth_l = 0 then $firstNames_otherPerson else case first_l
      when 3 then frequency_weight(first_n, $total, $firstNames_sameMin, $firstNames_sameMax)
      when 2 then $firstNames_part when 1 then $firstNames_similar
      when 0 then $firstNames_different else 0 end end)::double as first_w,
    (case member_l when 3 then $memberNumber_same when 2 then $memberNumber_oneCharacterOff
      when 0 then $memberNumber_different else 0 end)::double as member_w,
    (case contract_l when 3 then $contract_same when 0 then $contract_different else 0 end)::double as contract_w,
    (case insurer_l when 3 then $insurer_same when 0 then $insurer_different else 0 end)::double as insurer_w,
    (case rank_l when 1 then $rank_same when 0 then $rank_different else 0 end)::double as rank_w,
    (case sex_l when 1 then $sex_same when 0 then $sex_different else 0 end)::double as sex_w
  from leveled
)
select *,
  round(nid_w + birth_w + surname_w + first_w + member_w + contract_w + insurer_w + rank_w + sex_w, 2) as weight,
  -- What forbids an automatic match, whatever the weight.
  case
    when nid_l = 0 then 'contradicted_national_id'
    when member_l = 0 and coalesce(nid_l, 0) < 3 then 'contradicted_member_number'
    when first_l = 0 then 'contradicted_first_name'
    when birth_l = 0 then 'contradicted_birth_date'
  end as contradiction,
  case
    when nid_l = 4 and birth_l = 3 and rank_l = 1 and first_l >= 1 then 'T1'
    when nid_l = 4 and birth_l = 3 and first_l >= 1 then 'T2'
    when member_l = 3 and insurer_l = 3 and birth_l = 3 and first_l >= 2 and coalesce(surname_l, 1) >= 1 then 'T3'
    when nid_l = 3 and birth_l = 3 and first_l >= 2 and surname_l >= 1 then 'T4'
    when surname_l = 3 and first_l = 3 and birth_l = 3 and insurer_l = 3
      and surname_w + first_w + birth_w >= $rareNameAndDate then 'T5'
    when nid_w + birth_w + surname_w + first_w + member_w + contract_w + insurer_w + rank_w + sex_w >= $upper
      and coalesce(first_l, 1) >= 1 then 'R'
  end as tier
from weighed;
