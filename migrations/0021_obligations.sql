-- The duties of an incident: what the law room concluded and by which rule, who holds each, what was learned, filed, recorded and
-- reminded (design.md, promise 6). Rows are added and never rewritten; a correction is a row more.

-- An exercise tells a story that opens at an instant of its own, and runs on from the moment when the incident was opened.
alter table incident add column story_opens_at timestamptz check (exercise or story_opens_at is null);

-- A fact of the law for another organisation of the chain is `law.<fact>.<organisation key>`, and those keys have hyphens.
alter table fact drop constraint fact_key_check;
alter table fact add constraint fact_key_check
  check (key ~ '^[a-z][a-z0-9_]*([.][a-z0-9_-]+)*$' and length(key) <= 160);

-- A rule as it stood when something was concluded by it, once for each hash.
create table law_rule (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),  -- SHA-256 of its canonical JSON
  rule_id text not null,
  version integer not null check (version > 0),
  rule jsonb not null,
  kept_at timestamptz not null
);

-- One row each time a conclusion changes: its result, the rule it rests on, or the instant it is due.
create table duty_conclusion (
  id bigint generated always as identity primary key,
  incident_id uuid not null references incident,
  conclusion text not null check (conclusion <> ''),       -- `gdpr_33_1@deux-rives`
  organisation text not null,
  rule_hash text not null references law_rule,
  result text not null check (result in ('required', 'not_required', 'depends')),
  due_at timestamptz,
  because jsonb not null,                                  -- reasons, exceptions that nobody can exclude, facts read
  kept_at timestamptz not null
);
create index duty_conclusion_latest on duty_conclusion (incident_id, conclusion, id desc);

-- Who holds a duty: the latest row says. Without a name: let go.
create table duty_hold (
  id bigint generated always as identity primary key,
  incident_id uuid not null references incident,
  conclusion text not null check (conclusion <> ''),
  act text not null check (act in ('taken', 'given', 'let_go')),
  holder text check (holder <> ''),
  user_id text,                                            -- when the holder has an account
  at timestamptz not null,
  recorded_by text not null,
  check ((act = 'let_go') = (holder is null))
);
create index duty_hold_latest on duty_hold (incident_id, conclusion, id desc);

-- A file kept as evidence or receipt; its bytes lie encrypted in the store, under `duties/`.
create table duty_file (
  id uuid primary key,
  incident_id uuid not null references incident,
  name text not null check (name <> ''),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),  -- of the clear bytes
  bytes bigint not null check (bytes > 0),
  stored_path text not null unique,
  recorded_at timestamptz not null,
  recorded_by text not null
);

-- Who learned of it, how, by which message: what a clock starts from. The instant itself is a fact, written with it.
create table awareness_event (
  id bigint generated always as identity primary key,
  incident_id uuid not null references incident,
  organisation text not null,
  fact text not null check (fact ~ '^[a-z][a-z0-9_]*$'),   -- `aware_at`, `told_by_supplier_at`
  fact_id uuid not null references fact,
  at timestamptz not null,
  zone text not null,
  entered text not null,                                   -- as it was entered, with its offset
  who text not null check (who <> ''),
  how text not null check (how <> ''),
  evidence text not null,                                  -- the message, its reference
  file_id uuid references duty_file,
  recorded_at timestamptz not null,
  recorded_by text not null
);
create index awareness_event_incident on awareness_event (incident_id, organisation, id desc);

-- A person's decision on the risk, with what Tocsin proposed at that time.
create table risk_decision (
  id bigint generated always as identity primary key,
  incident_id uuid not null references incident,
  organisation text not null,
  level text not null check (level in ('unlikely', 'risk', 'high')),
  reasons text not null check (reasons <> ''),
  proposal jsonb,                                          -- null: the facts did not allow one
  fact_id uuid not null references fact,
  at timestamptz not null,
  decided_by text not null check (decided_by <> ''),
  recorded_by text not null
);
create index risk_decision_incident on risk_decision (incident_id, organisation, id desc);

-- Why a clock was missed (GDPR art. 33(1)). The latest row holds.
create table delay_reason (
  id bigint generated always as identity primary key,
  incident_id uuid not null references incident,
  conclusion text not null check (conclusion <> ''),
  reason text not null check (reason <> ''),
  at timestamptz not null,
  recorded_by text not null
);
create index delay_reason_latest on delay_reason (incident_id, conclusion, id desc);

-- A filing, planned or made. A correction supersedes it, and so does the filing of what was planned.
create table filing (
  id bigint generated by default as identity primary key,
  incident_id uuid not null references incident,
  conclusion text not null check (conclusion <> ''),
  state text not null check (state in ('planned', 'filed')),
  at timestamptz not null,
  zone text not null,
  entered text not null,
  receipt text check (receipt <> ''),
  channel text not null,
  note text not null,
  file_id uuid references duty_file,
  fact_id uuid references fact,                            -- the fact that says it was done
  correction text check (correction <> ''),                -- why an earlier row was corrected
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_by bigint unique references filing deferrable initially deferred check (superseded_by <> id),
  superseded_at timestamptz,
  check ((superseded_by is null) = (superseded_at is null))
);
create index filing_incident on filing (incident_id, conclusion, id);
create unique index filing_planned_once on filing (incident_id, conclusion) where state = 'planned' and superseded_by is null;

-- What an agreement sets: who tells whom, within what time, from which fact.
create table contract_clause (
  id bigint generated always as identity primary key,
  incident_id uuid not null references incident,
  from_organisation text not null,
  to_organisation text not null check (to_organisation <> from_organisation),
  article text not null check (article <> ''),
  hours integer check (hours between 1 and 8760),
  working_days integer check (working_days between 1 and 365),
  starts text check (starts ~ '^[a-z][a-z0-9_]*$'),        -- fact of `from_organisation`; null: when it was aware
  recorded_at timestamptz not null,
  recorded_by text not null,
  check (num_nonnulls(hours, working_days) <= 1)           -- neither: without undue delay
);
create index contract_clause_incident on contract_clause (incident_id, id);

create table contract_clause_end (
  clause_id bigint primary key references contract_clause,
  reason text not null check (reason <> ''),
  at timestamptz not null,
  recorded_by text not null
);

-- Investigations of authorities, followed step by step.
create table investigation (
  id bigint generated always as identity primary key,
  incident_id uuid not null references incident,
  authority text not null check (authority <> ''),
  kind text not null check (kind in ('inspection', 'preliminary', 'judicial', 'other')),
  offences text[] not null default '{}',
  reference text not null,
  opened_on date not null,
  contact text not null,
  recorded_at timestamptz not null,
  recorded_by text not null
);
create index investigation_incident on investigation (incident_id, id);

create table investigation_step (
  id bigint generated always as identity primary key,
  investigation_id bigint not null references investigation,
  state text not null check (state in ('open', 'waiting', 'answered', 'closed')),
  on_day date not null,
  note text not null check (note <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null
);
create index investigation_step_of on investigation_step (investigation_id, id);

-- Reminders given: each once, whatever restarts, clocks and workers do.
create table duty_reminder (
  id bigint generated always as identity primary key,
  incident_id uuid not null references incident,
  conclusion text not null check (conclusion <> ''),
  due_at timestamptz not null,
  step text not null check (step in ('hours_24', 'hours_4', 'hours_1', 'passed', 'repeated')),
  turn integer not null default 0 check (turn >= 0 and (step = 'repeated') = (turn > 0)),  -- every 12 hours after it passed
  holder text,                                             -- null: nobody, so the lead
  at timestamptz not null,                                 -- by the clock of the incident
  recorded_at timestamptz not null,
  unique (incident_id, conclusion, due_at, step, turn)
);

do $$
declare grown text;
begin
  foreach grown in array array['law_rule', 'duty_conclusion', 'duty_hold', 'duty_file', 'awareness_event', 'risk_decision', 'delay_reason',
    'contract_clause', 'contract_clause_end', 'investigation', 'investigation_step', 'duty_reminder'] loop
    execute format('create trigger %I before update or delete or truncate on %I for each statement execute function refuse_change()',
      grown || '_append_only', grown);
  end loop;
end $$;
create trigger filing_supersede_once before update on filing for each row execute function supersede_once();
create trigger filing_append_only before delete or truncate on filing for each statement execute function refuse_change();
