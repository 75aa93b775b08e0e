create table no_identity as
select row from exposed where nid is null and member_number is null
  and (birth is null or coalesce(surname, usage_name, first_names) is null);
-- One verdict for each exposed row, quarantined ones included.
create table verdict as
select e.row as exposed_row,
  case
    when d.verdict in ('matched', 'ambiguous') then d.verdict
    when s.row is null then 'not_ours'
    when c.exposed_row is not null then 'ambiguous'
    when n.row is not null then 'unreadable'
    else 'not_ours' end as verdict,
  case when d.verdict in ('matched', 'ambiguous') then d.member_row end as member_row,
  case when d.verdict = 'matched' then d.tier end as tier,
  case when d.verdict in ('matched', 'ambiguous') then d.weight end as weight,
  case when d.verdict in ('matched', 'ambiguous') then d.second_weight else d.weight end as runner_up_weight,
  case
    when d.verdict in ('matched', 'ambiguous') then d.reason
    when s.row is null then 'other_insurer'
    when c.exposed_row is not null then 'block_too_large'
    when n.row is not null then 'no_identity'
    else coalesce(d.reason, 'no_candidate') end as reason
from (select row from exposed) e
left join scoped s on s.row = e.row
left join decided d on d.exposed_row = e.row
left join capped_row c on c.exposed_row = e.row
left join no_identity n on n.row = e.row
union all
select row, 'unreadable', null, null, null, null, reason from quarantine where file = 'exposed';
