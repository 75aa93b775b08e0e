-- The parts are in the file's order already: kept, it spares sorting wide rows.
set preserve_insertion_order = true;
copy (select row as member_row, $columns from read_parquet($parts)) to $file (format parquet, compression zstd);
set preserve_insertion_order = false;
