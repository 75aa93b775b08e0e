-- Quoting is off: a work file has no quotes, no line ends inside a field, and its own separator. A line that does not
-- fit is an error, never a skipped row.
insert into $table
select $columns
from read_csv($path, auto_detect = false, header = false, delim = '$fieldEnd', quote = '', escape = '',
  columns = $types, new_line = '\n', nullstr = '', max_line_size = 8388608, strict_mode = true);
