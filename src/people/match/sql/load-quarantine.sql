insert into quarantine select file, row, line::bigint, col, reason, bytes_base64 from read_parquet($parts);
