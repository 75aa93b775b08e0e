-- The files are in order already, and stay so.
set preserve_insertion_order = true;
copy (from verdict) to $verdicts (format csv, header);
copy (from member) to $members (format csv, header);
set preserve_insertion_order = false;
