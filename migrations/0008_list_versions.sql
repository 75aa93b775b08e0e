-- A list version is first a draft, then published. A draft has no number: nothing outside the lists pages sees it.
-- At most one an incident, and always the newest row: numbers and ids grow together.
alter table list_version
  drop constraint list_version_run_id_key, -- the same run is published again when review decisions changed it
  alter column number drop not null,
  alter column published_at drop not null,
  alter column published_by drop not null,
  add column drafted_at timestamptz,       -- null: published as it was imported
  add column drafted_by text,
  add column base_id bigint references list_version (id), -- the published version that its changes are told from
  add column changes jsonb,                -- persons by kind of change since the base, the unchanged counted too
  add column verdicts_path text,           -- relative to the store; null: the files of the run, as the engine left them
  add column verdict_counts jsonb,         -- after the decisions of the review; null: those of the run
  add column decisions integer not null default 0, -- of the review, applied to this version
  add column decisions_sha256 text,
  add column reason text,                  -- why it was published, a word
  add constraint draft_or_published check (num_nonnulls(number, published_at, published_by) in (0, 3)),
  add constraint drafted_or_published check (num_nonnulls(drafted_at, published_at) > 0);
create unique index list_version_one_draft on list_version (incident_id) where number is null;
create index list_version_run on list_version (run_id);

-- Who changed from the version before, once for each person. `kind` is the heaviest of what changed, so that kinds add up.
create table list_change (
  list_version_id bigint not null references list_version (id),
  person_id bigint not null references person (id),
  sort_name text collate "C" not null,
  kind text not null check (kind in ('added', 'removed', 'class', 'data', 'contact')),
  from_class text,
  to_class text,
  from_categories text[],
  to_categories text[],
  -- Why somebody left: a reader said it is not them, the register lost them, or no exposed row points to them any longer.
  reason text check (reason in ('review', 'not_in_register', 'no_exposed_row')),
  primary key (list_version_id, person_id),
  check ((kind = 'added') = (from_class is null) and (kind = 'removed') = (to_class is null))
);
create index list_change_pages on list_change (list_version_id, kind, sort_name, person_id);
create index list_change_person on list_change (person_id);

-- A person whom only a draft brought: they go with it when it is discarded. Null once a published version needs them.
alter table person add column draft_id bigint references list_version (id);
create index person_draft on person (draft_id) where draft_id is not null;
-- From a person to their versions; without these, discarding a draft would read whole tables.
create index list_entry_person on list_entry (person_id);
create index addressee_person on addressee (person_id);

-- What was published stays as it was published.
create function refuse_published_change() returns trigger language plpgsql as $$
begin
  if old.number is not null and (tg_op = 'DELETE'
     or (new.number, new.incident_id, new.run_id, new.published_at, new.published_by)
        is distinct from (old.number, old.incident_id, old.run_id, old.published_at, old.published_by)) then
    raise exception 'a published list version stays as it is' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger list_version_published before update or delete on list_version
  for each row execute function refuse_published_change();
