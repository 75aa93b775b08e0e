-- Imports made on the desk: two files received, looked at, confirmed, then matched by the worker. The files themselves
-- stand encrypted in the store for a day at most; neither their lines nor their masked preview have a column here.

create table intake (
  id uuid primary key,               -- also the name of its folders
  incident_id uuid not null references incident (id),
  state text not null check (state in
    ('looking', 'to_confirm', 'waiting', 'running', 'done', 'refused', 'abandoned')),
  register_name text not null,
  register_bytes bigint not null check (register_bytes >= 0),
  exposed_name text not null,
  exposed_bytes bigint not null check (exposed_bytes >= 0),
  columns jsonb,                     -- as --columns; null: as found by looking at the files
  mapping_id bigint,                 -- the named mapping that `columns` came from
  -- Repaired lines: the two lists are those of an import that was, in the store already; the file received holds the lines alone.
  stored jsonb,                      -- {register, exposed}: paths relative to the store
  repaired_name text,
  repaired_bytes bigint,
  progress jsonb,                    -- {step, done, total, unit, rows, beganAt}: shown, never relied on
  stop_asked boolean not null default false,
  failure jsonb,                     -- {code, fr, en} of the last try
  list_version_id bigint references list_version (id) on delete set null, -- a draft may be replaced
  opened_by jsonb not null,          -- actor
  opened_at timestamptz not null,
  begun_by jsonb,
  begun_at timestamptz,
  ended_at timestamptz
);
-- One import in hand for an incident, whichever tab or person opened it.
create unique index intake_in_hand on intake (incident_id)
  where state in ('looking', 'to_confirm', 'waiting', 'running');
create index intake_version on intake (list_version_id) where list_version_id is not null;
create index intake_incident on intake (incident_id, opened_at desc);

-- Which column holds which field, under a name and a version. Kept for the incident, or for every incident of this desk.
create table column_mapping (
  id bigint generated always as identity primary key,
  incident_id uuid references incident (id), -- null: every incident
  name text not null check (name <> ''),
  version integer not null check (version > 0),
  register_headers text not null check (register_headers ~ '^[0-9a-f]{64}$'), -- of the headers it was made on
  exposed_headers text not null check (exposed_headers ~ '^[0-9a-f]{64}$'),
  columns jsonb not null,            -- as --columns
  saved_at timestamptz not null,
  saved_by text not null,
  deleted_at timestamptz,
  unique nulls not distinct (incident_id, name, version)
);
alter table intake add foreign key (mapping_id) references column_mapping (id);

-- The people page reads one page of one index, whatever the filter: class and outcome first, then the order of the names.
drop index list_entry_through;
drop index list_entry_reason;
create index list_entry_through on list_entry (list_version_id, class, told_through, sort_name, person_id)
  where told_through is not null;
create index list_entry_reason on list_entry (list_version_id, class, untold_reason, sort_name, person_id)
  where untold_reason is not null;
