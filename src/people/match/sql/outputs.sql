copy (
  select exposed_row, place as candidate, member_row, weight, tier, contradiction, $pieces
  from explanation $explanationsOrder
) to $explanations $format;
copy (
  select exposed_row, member_row, $memberId, weight
  from possible order by exposed_row, weight desc, member_id, member_row
) to $possible $format;
copy (select * from quarantine order by file desc, row) to $quarantine (format csv, header);
