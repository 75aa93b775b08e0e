-- Pacing: waves, ceilings, the calendar of the call centre, domains that are slowed or held, calls received. All of it in
-- the database: several processes send one campaign, and each must see what the others took.

-- What a report given back after acceptance said: a refusal about us counts for the circuit breaker, never for the person.
alter table attempt add column bounced_as text check (bounced_as in ('dead_address', 'retry', 'sender_side'));
create index attempt_bounced_about_us on attempt (campaign_id, bounced_at) where bounced_as = 'sender_side';
-- The receiving domain asked for fewer messages: neither the mailbox's refusal nor one that the breaker counts.
alter table attempt add column slowed boolean not null default false;

-- How fast a campaign goes, as a person decided. No row: nobody decided yet; an exercise then goes as fast as the relay
-- takes it, a real campaign does not start. The bucket gives out messages: `tokens` were there at `filled_at`.
create table pacing (
  campaign_id bigint primary key references campaign,
  settings jsonb,                              -- waves/settings.ts; null: no waves, at any hour
  per_hour integer check (per_hour > 0),       -- what the settings come to
  tokens double precision not null default 0,
  filled_at timestamptz not null,
  decided_at timestamptz not null,
  decided_by text not null,
  check ((settings is null) = (per_hour is null))
);

-- The waves of a campaign: messages in order of their id, from `first_id` up to the next wave's. The number is written
-- on a delivery when it is claimed.
create table wave (
  campaign_id bigint not null references campaign,
  number smallint not null check (number > 0),
  first_id bigint not null,
  messages integer not null check (messages > 0), -- as planned; what became of them is counted
  opens_at timestamptz not null,
  held boolean not null default false,         -- a person keeps it, and those after it, until they say so
  primary key (campaign_id, number)
);

-- A receiving domain that asked for fewer messages, or that refuses us. No row: nothing is known against it.
create table domain_pace (
  campaign_id bigint not null references campaign,
  domain text not null,
  per_hour integer check (per_hour > 0),       -- null: as fast as the campaign
  tokens double precision not null default 0,
  filled_at timestamptz not null,
  slowed_at timestamptz,                       -- the last time it asked
  held_at timestamptz,
  held_reason text,
  resumed_at timestamptz,                      -- its breaker counts from here
  primary key (campaign_id, domain)
);

-- Calls that the call centre says it received, to set beside those expected.
create table calls_received (
  id bigint generated always as identity primary key,
  campaign_id bigint not null references campaign,
  since timestamptz not null,
  until timestamptz not null,
  calls integer not null check (calls >= 0),
  recorded_by text not null,
  check (until > since)
);
create index calls_received_campaign on calls_received (campaign_id, until desc);

-- Figures of a wave and of a domain, read from an index alone.
drop index delivery_state;
create index delivery_state on delivery (campaign_id, channel, state, id) include (persons);
drop index delivery_domain;
create index delivery_domain on delivery (campaign_id, domain, state) include (attempts) where channel = 'email';
