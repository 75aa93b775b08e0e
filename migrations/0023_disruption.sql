-- What the outage blocks and costs: insurance contracts with what they cover, filings that cannot be made, tolerances of
-- administrations, extra costs. Nothing is rewritten: what is changed later is a new step of the same number, and the last
-- step stands. No person's data: roles, organisations, amounts.

-- The insurer card of one insured. A professional body's declaration closes nothing here: each insured has its own.
create table insurance_contract (
  id bigint generated always as identity primary key,
  incident_id uuid not null references incident,
  number integer not null check (number > 0),  -- within the incident
  step integer not null check (step > 0),
  insured text not null check (btrim(insured) <> ''),   -- key of an organisation of the chain
  insurer text not null check (btrim(insurer) <> ''),
  kind text not null check (kind in ('professional_liability', 'cyber', 'loss_of_income', 'multi_risk', 'other')),
  phone text,                                  -- assistance line
  phone_abroad text,                           -- the number printed for calls from abroad may differ
  round_the_clock text not null check (round_the_clock in ('yes', 'no', 'unknown')),
  protocol_code text,                          -- asked for by the assistance line
  group_contract text,
  membership text,                             -- the insured's own number under a group contract
  notice_working_days integer check (notice_working_days between 1 and 90), -- delay of the contract; null: not read yet
  source text not null check (btrim(source) <> ''),
  withdrawn text,                              -- why the card no longer stands
  at timestamptz not null,
  by text not null,
  unique (incident_id, number, step)
);
create trigger insurance_contract_append_only before update or delete or truncate on insurance_contract
  for each statement execute function refuse_change();

-- The cover matrix: one line a loss, as the contract says it.
create table cover_line (
  id bigint generated always as identity primary key,
  incident_id uuid not null references incident,
  contract integer not null,
  loss text not null check (loss in ('extra_operating_costs', 'loss_of_income', 'restoration', 'ransom', 'liability',
                                     'assistance', 'notification_costs', 'legal_costs', 'other')),
  step integer not null check (step > 0),
  covered text not null check (covered in ('yes', 'no', 'unknown')),
  condition text,                              -- 'subject to a complaint within 72 h'
  deductible_cents bigint check (deductible_cents >= 0),
  source text not null check (btrim(source) <> ''),
  at timestamptz not null,
  by text not null,
  unique (incident_id, contract, loss, step)
);
create trigger cover_line_append_only before update or delete or truncate on cover_line
  for each statement execute function refuse_change();

-- A filing that the outage blocks, one row a client. The legal due date is written once and cannot move.
create table blocked_filing (
  id bigint generated always as identity primary key,
  incident_id uuid not null references incident,
  client text not null check (btrim(client) <> ''),     -- the name of a firm, or the desk's own organisation
  own boolean not null,
  kind text not null check (btrim(kind) <> ''),          -- 'TVA', 'DSN'
  due_on date not null,
  entered_at timestamptz not null,
  entered_by text not null
);
create unique index blocked_filing_once on blocked_filing (incident_id, lower(client), lower(kind), due_on);
create trigger blocked_filing_append_only before update or delete or truncate on blocked_filing
  for each statement execute function refuse_change();

create table blocked_filing_step (
  id bigint generated always as identity primary key,
  filing_id bigint not null references blocked_filing,
  step integer not null check (step > 0),
  state text not null check (state in ('blocked', 'filed', 'struck')), -- struck: entered by mistake
  filed_at timestamptz,
  note text,                                   -- receipt number and channel; why it is struck
  at timestamptz not null,
  by text not null,
  unique (filing_id, step),
  check ((state = 'filed') = (filed_at is not null))
);
create trigger blocked_filing_step_append_only before update or delete or truncate on blocked_filing_step
  for each statement execute function refuse_change();

-- What an administration tolerates: it stands beside the due date and never in its place.
create table tolerance (
  id bigint generated always as identity primary key,
  incident_id uuid not null references incident,
  number integer not null check (number > 0),
  step integer not null check (step > 0),
  grantor text not null check (btrim(grantor) <> ''),
  state text not null check (state in ('asked', 'announced', 'granted', 'refused')),
  said_on date not null,
  scope text not null check (btrim(scope) <> ''),
  condition text,                              -- 'normal channel only: no paper, no e-mail'
  source text not null check (btrim(source) <> ''),
  proof text,                                  -- what to keep as proof
  at timestamptz not null,
  by text not null,
  unique (incident_id, number, step)
);
create trigger tolerance_append_only before update or delete or truncate on tolerance
  for each statement execute function refuse_change();

create table filing_tolerance (
  id bigint generated always as identity primary key,
  filing_id bigint not null references blocked_filing,
  tolerance integer not null,
  attached boolean not null,                   -- the last row of a pair stands
  at timestamptz not null,
  by text not null
);
create index filing_tolerance_filing on filing_tolerance (filing_id, tolerance, id);
create trigger filing_tolerance_append_only before update or delete or truncate on filing_tolerance
  for each statement execute function refuse_change();

-- The extra-cost journal: the proof of a loss is kept day by day.
create table extra_cost (
  id bigint generated always as identity primary key,
  incident_id uuid not null references incident,
  number integer not null check (number > 0),
  step integer not null check (step > 0),
  spent_on date not null,
  kind text not null check (kind in ('overtime', 'lost_sales', 'cash_flow', 'service_bought', 'other')),
  what text not null check (btrim(what) <> ''),
  minutes integer check (minutes > 0),
  amount_cents bigint check (amount_cents >= 0), -- null: not known yet
  who text,                                    -- a role or a team, never a person
  evidence text,
  struck text,                                 -- why the line no longer counts
  at timestamptz not null,
  by text not null,
  unique (incident_id, number, step)
);
create trigger extra_cost_append_only before update or delete or truncate on extra_cost
  for each statement execute function refuse_change();
