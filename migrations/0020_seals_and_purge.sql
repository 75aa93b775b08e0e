-- Outcomes sealed person by person, how long people's data are kept, and their purge (design.md, promises 2, 7 and 8).

-- One seal: the Merkle tree of every outcome of an incident at an instant (RFC 9162, section 2.1). Its root stands in the journal.
create table proof_seal (
  id uuid primary key,
  incident_id uuid not null,
  number integer not null check (number > 0),
  milestone text not null check (milestone in ('campaign_finished', 'list_published', 'on_demand', 'before_purge')),
  list_version_id bigint not null,
  size bigint not null check (size > 0),
  root text not null check (root ~ '^[0-9a-f]{64}$'),
  outcomes jsonb not null,           -- persons by account and term, summed over the leaves
  -- Salts come from it, one for each person. The purge destroys it: what is left of a person is then a hash that nobody can try names on.
  salt_key bytea check (length(salt_key) = 32),
  sealed_at timestamptz not null,
  journal_seq bigint not null,
  unique (incident_id, number)
);

-- The leaves of a seal, 4,096 a row: a whole subtree but for the last row. Person ids grow along the leaves.
create table proof_leaves (
  seal_id uuid not null references proof_seal deferrable initially deferred,
  number integer not null,
  persons bigint[] not null,
  leaves bytea not null,             -- 32 bytes each
  root bytea not null check (length(root) = 32),
  primary key (seal_id, number),
  check (length(leaves) = 32 * cardinality(persons))
);
create trigger proof_leaves_append_only before update or delete or truncate on proof_leaves
  for each statement execute function refuse_change();

-- How long people's data are kept after the incident. The latest decision holds; none is ever changed.
create table retention_decision (
  id bigint generated always as identity primary key,
  incident_id uuid not null references incident (id),
  days integer check (days between 0 and 36500), -- after the closure of the incident
  until date,
  decided_at timestamptz not null,
  decided_by text not null,
  check (num_nonnulls(days, until) = 1)
);
create index retention_decision_incident on retention_decision (incident_id, id desc);
create trigger retention_decision_append_only before update or delete or truncate on retention_decision
  for each statement execute function refuse_change();

-- A purge: asked by one person, confirmed by another, then carried out step by step. What it did stays written.
create table purge (
  id uuid primary key,
  incident_id uuid not null references incident (id),
  state text not null check (state in ('asked', 'running', 'done', 'withdrawn')),
  plan jsonb not null,               -- counts of what goes, as they were shown
  asked_by text not null,            -- id of the account
  asked_by_name text not null,
  asked_at timestamptz not null,
  confirmed_by text,
  confirmed_by_name text,
  confirmed_at timestamptz,
  steps text[] not null default '{}', -- done
  seal_id uuid references proof_seal (id),
  finished_at timestamptz,
  check ((state in ('running', 'done')) = (confirmed_by is not null)),
  check (confirmed_by is distinct from asked_by),
  check ((state = 'done') = (finished_at is not null))
);
create unique index purge_once on purge (incident_id) where state in ('asked', 'running', 'done');

create function is_purging(incident uuid) returns boolean language sql stable as
  $$ select exists (select from purge where incident_id = incident and state = 'running') $$;
create function is_purged(incident uuid) returns boolean language sql stable as
  $$ select exists (select from purge where incident_id = incident and state in ('running', 'done')) $$;

-- Of a seal, only the key may go, and only while its incident is being purged.
create function refuse_seal_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.salt_key is null and is_purging(old.incident_id)
     and to_jsonb(new) - 'salt_key' = to_jsonb(old) - 'salt_key' then
    return new;
  end if;
  raise exception 'proof_seal is append-only' using errcode = 'restrict_violation';
end $$;
create trigger proof_seal_append_only before update or delete on proof_seal
  for each row execute function refuse_seal_change();
create trigger proof_seal_never_emptied before truncate on proof_seal
  for each statement execute function refuse_change();

-- The review keeps cells of people's rows in tables that only grow. While an incident is being purged, and at no other time, an
-- update may empty those columns; every other column stays as it was, and no row goes.
create function empty_review_item_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and is_purging(old.incident_id)
     and new.fields = '{}' and new.candidates = '[]' and new.members = '{}' and new.at_stake = '{}'
     and coalesce(new.engine_member, '') = '' and new.content_sha256 = repeat('0', 64)
     and to_jsonb(new) - array['fields', 'candidates', 'members', 'at_stake', 'engine_member', 'content_sha256']
       = to_jsonb(old) - array['fields', 'candidates', 'members', 'at_stake', 'engine_member', 'content_sha256'] then
    return new;
  end if;
  raise exception 'review_item is append-only' using errcode = 'restrict_violation';
end $$;
drop trigger review_item_append_only on review_item;
create trigger review_item_append_only before update or delete on review_item
  for each row execute function empty_review_item_once();
create trigger review_item_never_emptied before truncate on review_item
  for each statement execute function refuse_change();

create function empty_review_decision_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and coalesce(new.member_id, '') = '' and new.note is null
     and (select is_purging(incident_id) from match_run where id = old.run_id)
     and to_jsonb(new) - array['member_id', 'note'] = to_jsonb(old) - array['member_id', 'note'] then
    return new;
  end if;
  raise exception 'review_decision is append-only' using errcode = 'restrict_violation';
end $$;
drop trigger review_decision_append_only on review_decision;
create trigger review_decision_append_only before update or delete on review_decision
  for each row execute function empty_review_decision_once();
create trigger review_decision_never_emptied before truncate on review_decision
  for each statement execute function refuse_change();

-- Why an address was mended is said in a person's words, which may name somebody.
create function empty_mended_reason_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.reason = ''
     and (select is_purging(c.incident_id) from delivery d join campaign c on c.id = d.campaign_id where d.id = old.delivery_id)
     and to_jsonb(new) - 'reason' = to_jsonb(old) - 'reason' then
    return new;
  end if;
  raise exception 'mended_address is append-only' using errcode = 'restrict_violation';
end $$;
drop trigger mended_address_append_only on mended_address;
create trigger mended_address_append_only before update or delete on mended_address
  for each row execute function empty_mended_reason_once();
create trigger mended_address_never_emptied before truncate on mended_address
  for each statement execute function refuse_change();

-- Nobody comes back into an incident that was purged: people written anew would be told anew.
create function refuse_after_purge() returns trigger language plpgsql as $$
begin
  if is_purged(new.incident_id) then
    raise exception 'this incident was purged' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger person_after_purge before insert on person for each row execute function refuse_after_purge();
create trigger imported_list_after_purge before insert on imported_list for each row execute function refuse_after_purge();
create trigger campaign_after_purge before insert on campaign for each row execute function refuse_after_purge();
create trigger intake_after_purge before insert on intake for each row execute function refuse_after_purge();
