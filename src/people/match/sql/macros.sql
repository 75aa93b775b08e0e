create or replace macro compact(a) as replace(a, ' ', '');
create or replace macro tokens(a) as string_split(a, ' ');
-- A cut end is a prefix of at least 15 characters, never an equality (DRE and NOEMIE cut names).
create or replace macro is_cut(a, b) as
  (length(a) >= 15 and starts_with(b, a)) or (length(b) >= 15 and starts_with(a, b));
create or replace macro is_similar(a, b, floor) as
  (length(a) > 3 and length(b) > 3 and abs(length(a) - length(b)) <= 1 and levenshtein(a, b) <= 1)
  or jaro_winkler_similarity(a, b) >= floor;

-- Words are compared only where there are several: for one word on each side, equality has said it all.
create or replace macro has_words(a, b) as contains(a, ' ') or contains(b, ' ');

-- 3 same, 2 part of the other (cut, compound, particle), 1 similar, 0 different, null when either is missing.
create or replace macro name_level(a, b) as case
  when a is null or b is null then null
  when a = b then 3
  when is_cut(a, b) then case when has_words(a, b) and compact(a) = compact(b) then 3 else 2 end
  when has_words(a, b) then case
    when compact(a) = compact(b) then 3
    when list_has_all(tokens(a), tokens(b)) or list_has_all(tokens(b), tokens(a)) then 2
    when is_similar(a, b, 0.92) then 1
    else 0 end
  when is_similar(a, b, 0.92) then 1
  else 0 end;
create or replace macro first_level(a, b) as case
  when a is null or b is null then null
  when a = b then 3
  when not has_words(a, b) then case
    when is_cut(a, b) then 2
    when (length(a) = 1 or length(b) = 1) then case when a[1] = b[1] then 1 else 0 end
    when is_similar(a, b, 0.9) then 1
    else 0 end
  when compact(a) = compact(b) then 3
  when split_part(a, ' ', 1) = split_part(b, ' ', 1) then 2
  when is_cut(a, b) then 2
  when (length(a) = 1 or length(b) = 1) then case when a[1] = b[1] then 1 else 0 end
  when list_has_any(tokens(a), tokens(b)) then 2
  when is_similar(a, b, 0.9) then 1
  when is_similar(split_part(a, ' ', 1), split_part(b, ' ', 1), 0.92) then 1
  else 0 end;

-- Are these at level 2 or more? Told without looking for typing errors. CASE stops at the first answer; a projected OR
-- works out all its sides.
create or replace macro name_holds(a, b) as case
  when a = b or is_cut(a, b) then true
  when not has_words(a, b) then false
  when compact(a) = compact(b) then true
  else list_has_all(tokens(a), tokens(b)) or list_has_all(tokens(b), tokens(a)) end;
create or replace macro first_holds(a, b) as coalesce(first_level(a, b) >= 2, false);

create or replace macro year_of(d) as d // 10000;
create or replace macro month_of(d) as d // 100 % 100;
create or replace macro day_of(d) as d % 100;
create or replace macro swapped_date(d) as year_of(d) * 10000 + day_of(d) * 100 + month_of(d);
-- The name of a block of candidates: null when a part of it is missing.
create or replace macro block
  (kind, a) as case when a is null then null else hash(kind, a) end,
  (kind, a, b) as case when a is null or b is null then null else hash(kind, a, b) end,
  (kind, a, b, c) as case when a is null or b is null or c is null then null else hash(kind, a, b, c) end;
-- Damerau's distance costs eight times Levenshtein's (2.5 CPU s a million pairs), which an exchange of two makes 2.
create or replace macro one_typo(a, b) as case
  when levenshtein(a::varchar, b::varchar) > 2 then false
  else damerau_levenshtein(a::varchar, b::varchar) <= 1 end;
-- 3 same, 2 same as far as known (incomplete, century unknown, day and month exchanged), 1 one component off, 0 different.
create or replace macro birth_level(a, b) as case
  when a is null or b is null then null
  when a = b then 3
  when a = swapped_date(b) then 2
  when a % 1000000 = b % 1000000 and abs(year_of(a) - year_of(b)) = 100 then 2
  when year_of(a) = year_of(b)
    and (month_of(a) = month_of(b) or month_of(a) = 0 or month_of(b) = 0)
    and (day_of(a) = day_of(b) or day_of(a) = 0 or day_of(b) = 0) then 2
  when year_of(a) = year_of(b) and (month_of(a) = month_of(b) or day_of(a) = day_of(b)) then 1
  when a % 10000 = b % 10000 and a % 10000 > 0 and one_typo(year_of(a), year_of(b)) then 1
  else 0 end;

-- 4 same, 3 one digit off where a key or its absence allows it, 1 both valid and one digit off (neighbours in a civil
-- register), 0 different, -1 different but one is known wrong, null when nothing can be said.
create or replace macro nid_level(a, a_class, b, b_class) as case
  when a is null or b is null or a_class in (0, 4) or b_class in (0, 4) then null
  when a = b then 4
  when a_class = 3 or b_class = 3 then null
  when one_typo(a, b) then case when a_class = 1 and b_class = 1 then 1 else 3 end
  when a_class = 5 or b_class = 5 then -1
  else 0 end;

-- 3 same, 2 one character off, 0 different.
create or replace macro number_level(a, b) as case
  when a is null or b is null then null
  when a = b then 3
  when length(a) > 3 and one_typo(a, b) then 2
  else 0 end;
create or replace macro frequency_weight(n, total, low, high) as
  least(high, greatest(low, log2(total / coalesce(n, 1)::double)));
