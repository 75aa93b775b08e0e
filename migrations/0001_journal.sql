-- The journal (main courante): append-only and hash-chained. One row per decision or chunk of bulk work, written in
-- the same transaction as the change it records (design.md, promise 8).
create table journal_entry (
  seq bigint primary key check (seq > 0),
  at timestamptz not null,
  actor text not null,              -- 'user:<id>', 'operator:<os user>', 'exercise:<user id>', 'tocsin'
  kind text not null,               -- 'campaign.released'
  incident_id uuid,
  payload text not null,            -- canonical JSON (RFC 8785), the very bytes that were hashed
  prev_hash text not null check (prev_hash ~ '^[0-9a-f]{64}$'),
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$')
);
create index journal_entry_incident on journal_entry (incident_id, seq desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger journal_entry_append_only before update or delete or truncate on journal_entry
  for each statement execute function refuse_change();
