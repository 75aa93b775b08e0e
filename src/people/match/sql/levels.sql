-- Levels of agreement of each pair, field by field, and how common its values are. The text stays in the lists; a pair
-- carries small integers. The candidates come as `scoped` e joined to `register` r. A view for the first pass, which reads
-- them once: most rows end there, and to write their levels would cost as much as to work them out.
create $kind levels as
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
    r.surname as r_surname, r.usage_name as r_usage, r.first_names as r_first
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
  birth_n, first_n, contract_n, postcode_n,
  -- As common as the name that agrees; of two that are near, as the commoner.
  case when r_surname in (e_surname, e_usage) then surname_n when r_usage in (e_surname, e_usage) then usage_n
    else greatest(surname_n, usage_n) end as surname_n
from both_ways;
