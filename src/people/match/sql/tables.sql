-- `register` and `exposed` are views of the parts: one row a record, in normal form. `nid` is a number for a NIR and text
-- for another identifier; `nid_class` is 0 absent, 1 definitive, 2 unverified (no key), 3 provisional, 4 fictitious,
-- 5 malformed, 6 of another kind than the NIR, 7 malformed because a spreadsheet lost digits. `birth` is yyyymmdd with 00 for unknown parts. No index and no primary key: they never spill to disk.
create table quarantine (
  file varchar, row integer, line bigint, col integer, reason varchar, bytes_base64 varchar
);
