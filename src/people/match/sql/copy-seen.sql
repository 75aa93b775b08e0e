-- Runs of equal values in the file's order: some bytes a thousand rows.
set preserve_insertion_order = true;
copy (
  select exposed_row, $categories as categories
  from (select row as exposed_row, seen::bigint as seen from read_parquet($parts))
) to $file (format parquet, compression zstd);
set preserve_insertion_order = false;
