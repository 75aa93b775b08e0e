-- SHA-256 over the verdicts, the same in whatever order they come: each row, which tells its number, has a digest of its
-- own, and these are summed. To sort them, or to join them in one text, would be most of the time; so would writing
-- weights as decimals, which hundredths are.
select sha256(concat_ws('|', count(*), sum(digest::hugeint))) as hash from (
  select md5_number_lower(concat_ws('|', exposed_row, verdict, coalesce(member_id, ''), tier,
    (weight * 100)::integer, 'runner-up', (runner_up_weight * 100)::integer, reason)) as digest
  from verdict
);
