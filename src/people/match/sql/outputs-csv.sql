-- The files are in order already, and stay so.
set preserve_insertion_order = true;
copy (select * replace (inert(member_id) as member_id) from verdict) to $verdicts (format csv, header);
copy (select * replace (inert(member_id) as member_id) from member) to $members (format csv, header);
set preserve_insertion_order = false;
