-- SHA-256 over the verdicts, the same in whatever order they come: each row, which tells its number, has a digest of its
-- own, and these are summed. To sort them, or to join them in one text, would be most of the time.
select sha256(concat_ws('|', count(*), sum(low::hugeint), sum(high::hugeint))) as hash from (
  select md5_number_lower(text) as low, md5_number_upper(text) as high from (
    select concat_ws('|', exposed_row, verdict, coalesce(member_id, ''), coalesce(tier, ''), coalesce(weight, 0),
      coalesce(runner_up_weight, 0), reason) as text
    from verdict
  )
);
