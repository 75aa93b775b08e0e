-- Delivery: campaigns, releases and the ledger of deliveries (design.md, promises 2, 3 and 8).
-- The delivery rows ARE the ledger: claiming, attempts, outcomes and proof read them, no queue stands beside them.
-- No foreign key leaves this slice: the proof must outlive the purge of the lists it was made from.

create table campaign (
  id bigint generated always as identity primary key,
  incident_id uuid not null,
  number integer not null check (number > 0),
  reference text not null unique,              -- 'I2026-01-C1'
  list_version_id bigint not null,
  generation smallint not null default 1 check (generation > 0), -- 1: the first notice; a correction later raises it
  exercise boolean not null,                   -- copied from the incident, never changes
  sender_name text not null,
  sender_address text not null,
  state text not null default 'prepared'
    check (state in ('prepared', 'released', 'sending', 'paused', 'finished', 'cancelled')),
  pause_reason text                            -- 'restored': what left after the backup must be said before going on
    check (pause_reason in ('person', 'sender_refused', 'relay_tls', 'relay_auth', 'restored')),
  prepared_at timestamptz not null,
  released_at timestamptz,
  started_at timestamptz,
  resumed_at timestamptz,                      -- the circuit breaker counts from here
  finished_at timestamptz,
  unique (incident_id, number),
  unique (id, generation)
);
-- One campaign a list: two preparations at once cannot both stand (promise 2).
create unique index campaign_once on campaign (incident_id, list_version_id, generation) where state <> 'cancelled';

-- One row per text of a campaign. Frozen by the second release: what was approved is what is sent (promise 3).
create table notice_version (
  id bigint generated always as identity primary key,
  campaign_id bigint not null references campaign,
  audience text not null,
  locale text not null,
  number integer not null default 1,
  tree jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  gates jsonb not null,
  composed_at timestamptz not null,
  frozen_at timestamptz,
  unique (campaign_id, audience, locale, number)
);

create function refuse_frozen_notice() returns trigger language plpgsql as $$
begin
  if old.frozen_at is not null then
    raise exception 'a released notice is frozen' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger notice_version_frozen before update or delete on notice_version
  for each row execute function refuse_frozen_notice();

create table release (
  campaign_id bigint not null references campaign,
  user_id text not null,
  user_name text not null,
  fictional boolean not null,
  method text not null,                        -- how the person proved who they are: 'passkey', 'totp', 'exercise'
  at timestamptz not null,
  primary key (campaign_id, user_id)
);
create trigger release_append_only before update or delete or truncate on release
  for each statement execute function refuse_change();

-- A fictional person releases exercises only. Asked of the account and of the incident, not of the flag the caller
-- gives; both tables belong to other slices and are read at run time.
create function refuse_fictional_release() returns trigger language plpgsql as $$
declare
  really_fictional boolean;
  is_exercise boolean;
begin
  select fictional into really_fictional from user_account where id::text = new.user_id;
  select c.exercise and i.exercise into is_exercise
    from campaign c join incident i on i.id = c.incident_id where c.id = new.campaign_id;
  if really_fictional is null then
    raise exception 'release: unknown person' using errcode = 'foreign_key_violation';
  end if;
  new.fictional := really_fictional;
  if really_fictional and not coalesce(is_exercise, false) then
    raise exception 'release: a fictional person cannot release a real incident' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger release_by_real_people before insert on release
  for each row execute function refuse_fictional_release();

-- No way past the two releases, whatever the code does.
create function refuse_unreleased_campaign() returns trigger language plpgsql as $$
begin
  if new.exercise is distinct from old.exercise then
    raise exception 'campaign: exercise never changes' using errcode = 'restrict_violation';
  end if;
  if new.state not in ('prepared', 'cancelled')
     and (select count(*) from release r where r.campaign_id = new.id) < 2 then
    raise exception 'campaign: two people release it first' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger campaign_released_by_two before update of state, exercise on campaign
  for each row execute function refuse_unreleased_campaign();

-- One run: one process sending one chunk. The process holds a session advisory lock on the run's id; a run whose lock
-- can be taken is dead, at once and whatever the clocks say. Ending a run seals its events.
create table delivery_run (
  id bigint generated always as identity primary key,
  campaign_id bigint not null references campaign,
  started_at timestamptz not null,
  ended_at timestamptz,
  recovered boolean not null default false,
  events integer,
  events_sha256 text
);
create index delivery_run_open on delivery_run (id) where ended_at is null;

create table letter_batch (
  id bigint generated always as identity primary key,
  campaign_id bigint not null references campaign,
  number integer not null,
  reference text not null unique,              -- 'I2026-01-C1-L001'
  state text not null default 'building' check (state in ('building', 'built', 'deposited')),
  letters integer not null,
  pages integer,
  pdf_file text,                               -- inside store/letters
  manifest_file text,
  pdf_sha256 text,
  manifest_sha256 text,
  created_at timestamptz not null,
  built_at timestamptz,
  deposited_at timestamptz,
  receipt text,
  fictional boolean not null default false,
  unique (campaign_id, number)
);

create table delivery (
  id bigint generated by default as identity primary key,
  campaign_id bigint not null references campaign,
  notice_version_id bigint not null references notice_version,
  addressee_key text not null,
  person_id bigint not null,
  channel text not null check (channel in ('email', 'letter')),
  state text not null default 'planned'
    check (state in ('planned', 'attempting', 'accepted', 'refused', 'unknown', 'cancelled')),
  persons smallint not null check (persons > 0),
  recipient jsonb,                             -- as it was when planned; emptied by the purge
  domain text,                                 -- of the e-mail address, for refusals by domain
  message_id text unique,                      -- deterministic; the same on every attempt
  code text not null,                          -- drawn at random, printed in the message: says that it is genuine
  attempts smallint not null default 0,
  due_at timestamptz not null,
  planned_at timestamptz not null,
  settled_at timestamptz,
  reason text,                                 -- why refused or unknown, or who decided
  follows bigint references delivery,          -- the rung below on the ladder of channels
  letter_batch_id bigint references letter_batch,
  first_page integer,
  pages integer
) with (fillfactor = 80);
create index delivery_due on delivery (campaign_id, channel, due_at, id) where state = 'planned';
-- Live figures are read each second from this index alone.
create index delivery_state on delivery (campaign_id, channel, state) include (persons);
create index delivery_held on delivery (campaign_id, id) where state = 'unknown';
create index delivery_batch on delivery (letter_batch_id, id) where letter_batch_id is not null;
create index delivery_domain on delivery (campaign_id, domain) include (state, reason) where channel = 'email';

-- The persons a delivery covers. Live until the delivery is refused or cancelled: the index makes a second live
-- delivery to the same person impossible, whatever the campaign (promise 2; a person belongs to one incident). Only
-- another generation of the notice, a correction, may write to a person again.
create table delivery_person (
  delivery_id bigint not null references delivery,
  person_id bigint not null,
  campaign_id bigint not null,
  live boolean not null default true,
  generation smallint not null default 1,
  primary key (delivery_id, person_id),
  foreign key (campaign_id, generation) references campaign (id, generation)
);
create unique index delivery_person_once on delivery_person (person_id, generation) where live;
create index delivery_person_history on delivery_person (person_id, delivery_id);

create table untold (
  campaign_id bigint not null references campaign,
  person_id bigint not null,
  reason text not null,
  at timestamptz not null,
  primary key (campaign_id, person_id)
);
create index untold_person on untold (person_id, campaign_id desc);

-- Committed before the connection. `dot` is committed before the final dot of the message leaves: after a crash an
-- attempt without it was surely not sent, one with it and no outcome is unknown (field/delivery.md, section 4).
create table attempt (
  id bigint generated always as identity primary key,
  delivery_id bigint not null references delivery,
  campaign_id bigint not null,
  run_id bigint not null references delivery_run,
  number smallint not null,
  phase text not null default 'open' check (phase in ('open', 'dot')),
  started_at timestamptz not null,
  dot_at timestamptz,
  ended_at timestamptz,
  outcome text check (outcome in ('accepted', 'retry', 'address_dead', 'sender_side', 'not_sent', 'unknown', 'unwritable')),
  last_phase text,                             -- how far the dialogue went: 'connect', 'mail', 'rcpt', 'data', 'body', 'dot'…
  status text,                                 -- RFC 5321 code and RFC 3463 status: '550 5.1.1'
  reply text,                                  -- the relay's own words, without the addresses it quotes
  unique (delivery_id, number)
) with (fillfactor = 80);
create index attempt_unsettled on attempt (run_id) where outcome is null;
create index attempt_campaign on attempt (campaign_id, id desc);

create table delivery_event (
  id bigint generated always as identity primary key,
  delivery_id bigint not null,
  campaign_id bigint not null,
  run_id bigint,                               -- null: a person's act, sealed in its own journal entry
  at timestamptz not null,
  kind text not null,
  detail text                                  -- codes only: no address, no name, no reply text
);
create index delivery_event_delivery on delivery_event (delivery_id, id);
create index delivery_event_run on delivery_event (run_id, id) where run_id is not null;
create trigger delivery_event_append_only before update or delete or truncate on delivery_event
  for each statement execute function refuse_change();

-- The one place where delivery reads the lists' rows: who must have an outcome. The proof counts from here, never from
-- what was planned, or a person the planning missed would be missing from both sides of the sum.
create view concerned_person as
  select list_version_id, person_id, class <> 'cannot_be_excluded' as concerned from list_entry;
