-- What a batch of letters was set with: the print house's profile and the engine. With the frozen texts and the recipients,
-- they set it again to the same bytes.
alter table letter_batch add column profile jsonb;
alter table letter_batch add column engine jsonb;
-- A batch taken back before it was posted: its letters were set again elsewhere, and this print must not leave.
alter table letter_batch drop constraint letter_batch_state_check;
alter table letter_batch add constraint letter_batch_state_check check (state in ('building', 'built', 'deposited', 'withdrawn'));
alter table letter_batch add column withdrawn_at timestamptz;

-- The profile of the letters that a campaign still has to set; the common French envelope when none is chosen.
create table letter_profile (
  campaign_id bigint primary key references campaign,
  profile jsonb not null,
  chosen_at timestamptz not null
);

-- What the print house, the post or the desk says of one letter: once that it was posted, once that it came back. A file
-- read twice, or a row that two files hold, finds it known.
create table letter_report (
  id bigint generated always as identity primary key,
  delivery_id bigint not null references delivery,
  kind text not null check (kind in ('posted', 'returned')),
  on_day date,                                 -- as said; null when the source gives none
  reason text,                                 -- of a return, in our words: 'unknown_at_address', 'refused'…
  file_sha256 text check (file_sha256 ~ '^[0-9a-f]{64}$'), -- null: said at the desk
  line integer,
  at timestamptz not null,
  unique (delivery_id, kind)
);
create index letter_report_file on letter_report (file_sha256) where file_sha256 is not null;
create trigger letter_report_append_only before update or delete or truncate on letter_report
  for each statement execute function refuse_change();

-- An address corrected by a person, with why; the letter that goes there follows the one that could not.
create table mended_address (
  delivery_id bigint primary key references delivery,  -- the new letter
  user_name text not null,
  reason text not null,
  at timestamptz not null
);
create trigger mended_address_append_only before update or delete or truncate on mended_address
  for each statement execute function refuse_change();

-- A returned letter is found by the code printed on it.
create index delivery_letter_code on delivery (code) where channel = 'letter';
