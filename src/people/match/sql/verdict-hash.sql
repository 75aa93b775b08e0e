-- SHA-256 over the verdicts in row order, by blocks of rows so that no string grows with the file.
select sha256(coalesce(string_agg(block_hash, '' order by block), '')) as hash from (
  select exposed_row // 4096 as block, md5(string_agg(concat_ws('|', exposed_row, verdict,
    coalesce(r.member_id, ''), coalesce(tier, ''), coalesce(weight, 0), coalesce(runner_up_weight, 0), reason), chr(10)
    order by exposed_row)) as block_hash
  from verdict v left join register r on r.row = v.member_row group by 1
);
