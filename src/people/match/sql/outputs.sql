copy (
  select v.exposed_row, v.verdict, v.member_row, r.member_id, v.tier, v.weight, v.runner_up_weight, v.reason
  from verdict v left join register r on r.row = v.member_row order by v.exposed_row
) to $verdicts $format;
copy (select member_row, member_id, class, $categories as categories from member order by member_row)
to $members $format;
copy (
  select exposed_row, place as candidate, member_row, weight, tier, contradiction, $pieces
  from explanation order by exposed_row, place
) to $explanations $format;
copy (
  select p.exposed_row, p.member_row, r.member_id, p.weight
  from possible p join register r on r.row = p.member_row
  order by p.exposed_row, p.weight desc, r.member_id, p.member_row
) to $possible $format;
copy (select * from quarantine order by file desc, row) to $quarantine (format csv, header);
