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
create or replace macro first_token(a) as split_part(a, ' ', 1);
-- JEANCLAUDE is the beginning of JEAN CLAUDE CHRISTIAN.
create or replace macro is_joined(a, b) as
  (length(a) >= 6 and starts_with(compact(b), a)) or (length(b) >= 6 and starts_with(compact(a), b));
create or replace macro first_level(a, b) as case
  when a is null or b is null then null
  when a = b then 3
  when not has_words(a, b) then case
    when is_cut(a, b) then 2
    when (length(a) = 1 or length(b) = 1) then case when a[1] = b[1] then 1 else 0 end
    when is_similar(a, b, 0.9) then 1
    else 0 end
  when compact(a) = compact(b) then 3
  when first_token(a) = first_token(b) then 2
  when is_cut(a, b) or is_joined(a, b) then 2
  when (length(a) = 1 or length(b) = 1) then case when a[1] = b[1] then 1 else 0 end
  -- A second name in common is a likeness only: twins often bear each other's.
  when list_has_any(tokens(a), tokens(b)) then 1
  when is_similar(a, b, 0.9) then 1
  when is_similar(first_token(a), first_token(b), 0.92) then 1
  else 0 end;
-- A short name one letter off is a typing error when nobody, or next to nobody, bears it (LAE for LEA) and another name
-- when many do (LEO for LEA).
create or replace macro is_short_typo(a, a_n, b, b_n) as
  length(first_token(a)) between 2 and 5 and length(first_token(b)) between 2 and 5
  and damerau_levenshtein(first_token(a), first_token(b)) <= 1 and 50 * coalesce(a_n, 0) <= b_n;

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
-- register), 0 different, -1 different but one is known wrong, -2 different and neither has a key that proves it right,
-- null when nothing can be said.
create or replace macro nid_level(a, a_class, b, b_class) as case
  when a is null or b is null or a_class in (0, 4) or b_class in (0, 4) then null
  when a = b then 4
  when a_class = 3 or b_class = 3 then null
  when one_typo(a, b) then case when a_class = 1 and b_class = 1 then 1 else 3 end
  when a_class = 5 or b_class = 5 then -1
  when a_class = 6 or b_class = 6 then -2
  else 0 end;

-- 3 same, 2 one character off, 0 different.
create or replace macro number_level(a, b) as case
  when a is null or b is null then null
  when a = b then 3
  when length(a) > 3 and one_typo(a, b) then 2
  else 0 end;
-- Of words in any order: 3 the same but for one in five, 2 half of the shorter, 0 fewer.
create or replace macro words_shared(a, b) as
  len(list_intersect(tokens(a), tokens(b))) / least(len(tokens(a)), len(tokens(b)))::double;
create or replace macro street_level(a, b) as case
  when a is null or b is null then null
  when a = b or compact(a) = compact(b) or words_shared(a, b) >= 0.8 then 3
  when words_shared(a, b) >= 0.5 or is_similar(a, b, 0.92) then 2
  else 0 end;
-- What is borne by n of `total` is worth log2 of its rarity. One more of each kind is supposed: a small register tells
-- little of how rare a thing is.
create or replace macro frequency_weight(n, total, prior) as log2((total + prior) / (coalesce(n, 0) + 1.0));
create or replace macro within(low, weight, high) as least(high, greatest(low, weight));

-- What a spreadsheet would run: `=`, `@`, `+` or `-` at the beginning, even after blanks or in full width; a signed number is none.
create or replace macro is_formula(text) as
  regexp_matches(text, '^[\t\r]|^\s*[=@+\-＝＠＋－]') and not regexp_matches(text, '^[+-][0-9]+([.,][0-9]+)?$');
-- In CSV such a text begins with an apostrophe (OWASP, CSV injection).
create or replace macro inert(text) as case when is_formula(text) then '''' || text else text end;
