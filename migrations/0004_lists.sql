-- The lists: what was imported, how it was matched, who is concerned, and through whom each person is told.
-- No national identifier (NIR) has a column here, nor may it ever have one (design.md, promise 5).

-- A file as it was received. The bytes themselves are kept encrypted in the store.
create table imported_list (
  id bigint generated always as identity primary key,
  incident_id uuid not null references incident (id),
  kind text not null check (kind in ('register', 'exposed')),
  file_name text not null,
  bytes bigint not null check (bytes >= 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  encoding text not null,
  separator text not null,
  columns jsonb not null,            -- field -> column of the file, as it was read
  lines bigint not null,             -- physical lines, header included
  header_lines bigint not null,
  blank_lines bigint not null,
  records bigint not null,
  continuation bigint not null,      -- lines inside a quoted field
  quarantined bigint not null,
  quarantine_path text,              -- encrypted, relative to the store
  stored_path text not null unique,  -- encrypted, relative to the store
  imported_at timestamptz not null,
  imported_by text not null,
  constraint lines_are_accounted_for
    check (lines = header_lines + blank_lines + records + continuation + quarantined)
);
create index imported_list_incident on imported_list (incident_id, id desc);

create table match_run (
  id uuid primary key,               -- also the name of its folder in the store
  incident_id uuid not null references incident (id),
  register_list_id bigint not null references imported_list (id),
  exposed_list_id bigint not null references imported_list (id),
  columns_sha256 text not null,      -- of the mapping asked for; the same files read otherwise are another run
  engine_version text not null,
  weights_version text not null,
  counts jsonb not null,             -- {records, byVerdict, byTier, byVerdictTier}
  verdicts_path text not null unique,
  verdicts_sha256 text not null check (verdicts_sha256 ~ '^[0-9a-f]{64}$'),
  members_sha256 text not null check (members_sha256 ~ '^[0-9a-f]{64}$'),
  started_at timestamptz not null,
  finished_at timestamptz not null
);
create index match_run_incident on match_run (incident_id, finished_at desc);

create table list_version (
  id bigint generated always as identity primary key,
  incident_id uuid not null references incident (id),
  number integer not null check (number > 0),
  run_id uuid not null unique references match_run (id),
  counts jsonb not null,             -- persons by class, by way of telling, by reason
  published_at timestamptz not null,
  published_by text not null,
  unique (incident_id, number)
);

-- A person of the register who is concerned, held for review, or needed to tell someone else. One row per person and
-- incident for good: deliveries of every list version point here, which is how nobody is told twice.
create table person (
  id bigint generated always as identity primary key,
  incident_id uuid not null references incident (id),
  member_id text not null,
  member_number text,
  surname text not null,
  usage_name text,
  first_names text not null,
  sort_name text collate "C" not null, -- upper case, no accent, surname then first names
  birth_year integer,
  birth_month integer,               -- 0, 13… exist in real registers: three integers, never a date
  birth_day integer,
  contract text,
  insurer text,
  company text,
  email text,
  address_lines text[] not null default '{}',
  postcode text,
  city text,
  country text,
  minor boolean not null,
  deceased boolean not null,
  protected_address boolean not null,
  overseas boolean not null,
  guardian_name text,
  guardian_address text,
  guardian_postcode text,
  guardian_city text,
  policyholder_member_id text,       -- null for the policyholder
  unique (incident_id, member_id)
);
create index person_number on person (incident_id, member_number);
create index person_policyholder on person (incident_id, policyholder_member_id);

-- Who is written to, and how: one row is one message.
create table addressee (
  id bigint generated always as identity primary key,
  list_version_id bigint not null references list_version (id),
  key text not null,                 -- 'p<person>', or 'g<person>' for the guardian of that person
  person_id bigint not null references person (id),
  kind text not null
    check (kind in ('insured_adult', 'parent_of_minor', 'policyholder_for_dependants', 'guardian')),
  surname text not null,
  first_names text not null,
  email text,
  address_lines text[],
  postcode text,
  city text,
  country text,
  unique (list_version_id, key),
  check (email is not null or address_lines is not null)
);
create index addressee_pages on addressee (list_version_id, id);

create table list_entry (
  list_version_id bigint not null references list_version (id),
  person_id bigint not null references person (id),
  sort_name text collate "C" not null,
  class text not null check (class in ('confirmed', 'presumed', 'cannot_be_excluded')),
  categories text[] not null default '{}',
  addressee_id bigint references addressee (id),
  told_through text check (told_through in ('self', 'legal_representative', 'policyholder', 'guardian')),
  untold_reason text check (untold_reason in
    ('deceased', 'no_contact', 'protected_address', 'no_legal_representative', 'unusable_address')),
  primary key (list_version_id, person_id),
  -- Promise 2 as a constraint: a concerned person has one addressee or one reason, never both, never none; a person
  -- held for review has neither.
  constraint exactly_one_outcome check (
    (addressee_id is null) = (told_through is null)
    and num_nonnulls(addressee_id, untold_reason) = case class when 'cannot_be_excluded' then 0 else 1 end)
);
-- Keyset paging by name under each filter of the page; none of them ever skips rows (no OFFSET).
create index list_entry_name on list_entry (list_version_id, sort_name, person_id);
create index list_entry_class on list_entry (list_version_id, class, sort_name, person_id);
create index list_entry_through on list_entry (list_version_id, told_through, sort_name, person_id);
create index list_entry_reason on list_entry (list_version_id, untold_reason, sort_name, person_id)
  where untold_reason is not null;
create index list_entry_addressee on list_entry (addressee_id) where addressee_id is not null;

-- Why a person is on the list: the exposed rows that point to them.
create table list_entry_row (
  list_version_id bigint not null,
  person_id bigint not null,
  exposed_row bigint not null check (exposed_row > 0),
  verdict text not null check (verdict in ('matched', 'ambiguous')),
  tier text,
  weight double precision,
  runner_up_weight double precision,
  reason text,
  primary key (list_version_id, person_id, exposed_row),
  foreign key (list_version_id, person_id) references list_entry (list_version_id, person_id)
);

create trigger imported_list_append_only before update or delete or truncate on imported_list
  for each statement execute function refuse_change();
create trigger match_run_append_only before update or delete or truncate on match_run
  for each statement execute function refuse_change();
