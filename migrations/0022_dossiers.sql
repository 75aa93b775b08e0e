-- Documents handed over: what each said, which rows it read, and the very archive. A document of one person is never kept.
create table dossier_version (
  id bigint generated always as identity primary key,
  incident_id uuid not null references incident,
  kind text not null check (kind not in ('complaint_person', 'attestation_concerned')),
  organisation text not null,                  -- key of the organisation it was made for
  number integer not null check (number > 0),
  tree jsonb not null,                         -- the document as a tree (src/dossiers/model.ts), in French
  facts_read jsonb not null,                   -- [{key, id}]: stale when one of these rows is superseded
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'), -- of the tree without its instant
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  archive bytea not null,
  made_at timestamptz not null,
  made_by text not null,
  unique (incident_id, kind, organisation, number)
);
create trigger dossier_version_append_only before update or delete or truncate on dossier_version
  for each statement execute function refuse_change();
