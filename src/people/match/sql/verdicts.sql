-- One verdict for each exposed row, quarantined ones included, in a file at once: a table of as many rows would be written
-- and read for nothing.
copy (
  select * from (
    select e.row as exposed_row,
      case
        when d.verdict in ('matched', 'ambiguous') then d.verdict
        when not e.is_ours then 'not_ours'
        when c.exposed_row is not null then 'ambiguous'
        when n.row is not null then 'unreadable'
        else 'not_ours' end as verdict,
      case when d.verdict in ('matched', 'ambiguous') then d.member_row end as member_row,
      case when d.verdict in ('matched', 'ambiguous') then d.member_id end as member_id,
      case when d.verdict = 'matched' then d.tier end as tier,
      case when d.verdict in ('matched', 'ambiguous') then d.weight end as weight,
      case when d.verdict in ('matched', 'ambiguous') then d.second_weight else d.weight end as runner_up_weight,
      case
        when d.verdict in ('matched', 'ambiguous') then d.reason
        when not e.is_ours then 'other_insurer'
        when c.exposed_row is not null then 'block_too_large'
        when n.is_lost then 'national_id_lost'
        when n.row is not null then 'no_identity'
        else coalesce(d.reason, 'no_candidate') end as reason
    from (select row, is_in_scope(insurer) as is_ours from exposed) e
    left join decided d on d.exposed_row = e.row
    left join capped_row c on c.exposed_row = e.row
    left join no_identity n on n.row = e.row
    union all
    select row, 'unreadable', null, null, null, null, null, reason from quarantine where file = 'exposed'
  ) order by exposed_row
) to $file (format parquet, compression zstd);
create view verdict as from read_parquet($file);
