copy (
  select exposed_row, verdict, member_row, member_id, tier, weight, runner_up_weight, reason
  from verdict order by exposed_row
) to $verdicts $format;
copy (select member_row, member_id, class, $categories as categories from member order by member_row)
to $members $format;
copy (
  select exposed_row, place as candidate, member_row, weight, tier, contradiction, $pieces
  from explanation order by exposed_row, place
) to $explanations $format;
copy (
  select exposed_row, member_row, member_id, weight
  from possible order by exposed_row, weight desc, member_id, member_row
) to $possible $format;
copy (select * from quarantine order by file desc, row) to $quarantine (format csv, header);
