-- Facts, said once (design.md, section 2): who is in the chain, what is known, who says so, when, how surely. A fact or
-- an exposure is never rewritten: a new row supersedes it, so that every text can be shown to be stale or true.
create table incident (
  id uuid primary key,
  reference text not null unique check (reference ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(reference) <= 60),
  title text not null check (title <> ''),
  exercise boolean not null,
  opened_at timestamptz not null,
  opened_by text not null,
  closed_at timestamptz check (closed_at >= opened_at)
);

create table organisation (
  id uuid primary key,
  incident_id uuid not null references incident,
  key text not null check (key ~ '^[a-z0-9]+([-_][a-z0-9]+)*$'),
  name text not null check (name <> ''),
  short_name text not null check (short_name <> ''),
  roles text[] not null check (
    cardinality(roles) > 0
    and roles <@ array['processor','controller','host','vendor','professional_body','authority','insurer','print_house']
  ),
  own boolean not null default false,       -- the organisation whose desk this is
  contacts jsonb not null default '{}',     -- {name, email, phone, postal: [lines]}: staff of the organisation, never a concerned person
  recorded_at timestamptz not null,
  recorded_by text not null,
  unique (incident_id, key),
  unique (incident_id, id)
);
create unique index organisation_own on organisation (incident_id) where own;

-- host -> vendor -> firm -> client: who entrusts what to whom.
create table organisation_link (
  id uuid primary key,
  seq bigint generated always as identity,
  incident_id uuid not null references incident,
  supplier_id uuid not null,
  client_id uuid not null check (client_id <> supplier_id),
  service jsonb not null,                   -- {fr, en}
  recorded_at timestamptz not null,
  recorded_by text not null,
  unique (supplier_id, client_id),
  foreign key (incident_id, supplier_id) references organisation (incident_id, id),
  foreign key (incident_id, client_id) references organisation (incident_id, id)
);

create table population (
  id uuid primary key,
  seq bigint generated always as identity,
  incident_id uuid not null references incident,
  key text not null check (key ~ '^[a-z][a-z0-9_]*$'),
  label jsonb not null,                     -- {fr, en}
  recorded_at timestamptz not null,
  recorded_by text not null,
  unique (incident_id, key),
  unique (incident_id, id)
);

create table fact (
  id uuid primary key,
  seq bigint generated always as identity,  -- order of writing, when two rows carry the same instant
  incident_id uuid not null references incident,
  key text not null check (key ~ '^[a-z][a-z0-9_]*([.][a-z0-9_]+)*$' and length(key) <= 80),
  label jsonb,                              -- {fr, en}, for a key that the catalogue does not know
  kind text not null check (kind in ('text','number','instant','date','period','list','contact','yes_no','choice')),
  value jsonb not null,
  source text not null check (source <> ''),
  source_kind text not null check (source_kind in ('processor','controller','authority','expert','press','other')),
  as_of timestamptz not null,               -- when the source held it to be true
  confidence text not null check (confidence in ('established','reported','estimated','disputed')),
  owner text not null check (owner <> ''),  -- who answers for it
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_by uuid unique references fact deferrable initially deferred check (superseded_by <> id),
  superseded_at timestamptz,
  check ((superseded_by is null) = (superseded_at is null))
);
create unique index fact_current on fact (incident_id, key) where superseded_by is null;
create index fact_history on fact (incident_id, key, seq);

create table exposure (
  id uuid primary key,
  seq bigint generated always as identity,
  incident_id uuid not null references incident,
  population_id uuid not null,
  category text not null check (category ~ '^[a-z][a-z0-9_]*$'),
  state text not null check (state in ('exposed','not_exposed','unknown')),
  reason jsonb check (state <> 'not_exposed' or reason is not null),  -- "not exposed" is only said with its reason
  source text not null check (source <> ''),
  source_kind text not null check (source_kind in ('processor','controller','authority','expert','press','other')),
  as_of timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_by uuid unique references exposure deferrable initially deferred check (superseded_by <> id),
  superseded_at timestamptz,
  check ((superseded_by is null) = (superseded_at is null)),
  foreign key (incident_id, population_id) references population (incident_id, id)
);
create unique index exposure_current on exposure (population_id, category) where superseded_by is null;

-- Only the two superseding columns may change, once, from null. Everything else of the row stays as written.
create function supersede_once() returns trigger language plpgsql as $$
begin
  if old.superseded_by is not null
     or new.superseded_by is null
     or to_jsonb(new) - array['superseded_by','superseded_at'] <> to_jsonb(old) - array['superseded_by','superseded_at'] then
    raise exception '% is append-only: supersede the row', tg_table_name using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger fact_supersede_once before update on fact for each row execute function supersede_once();
create trigger fact_append_only before delete or truncate on fact for each statement execute function refuse_change();
create trigger exposure_supersede_once before update on exposure for each row execute function supersede_once();
create trigger exposure_append_only before delete or truncate on exposure for each statement execute function refuse_change();
create trigger organisation_append_only before update or delete or truncate on organisation
  for each statement execute function refuse_change();
create trigger organisation_link_append_only before update or delete or truncate on organisation_link
  for each statement execute function refuse_change();
create trigger population_append_only before update or delete or truncate on population
  for each statement execute function refuse_change();
