-- What people decide where the match does not: the queue of ambiguous rows, the blind sample, who read what and what they
-- said. No national identifier (NIR) has a column here, nor may a cell hold one (design.md, promise 5).

-- How many rows of a stratum a run holds, and how many were drawn to be read blind.
create table review_draw (
  run_id uuid not null references match_run (id) deferrable initially deferred,
  stratum text not null check (stratum in ('matched', 'not_ours')),
  rows bigint not null check (rows >= 0),
  drawn integer not null check (drawn >= 0 and drawn <= rows),
  primary key (run_id, stratum)
);

-- How the two lists of a run were read, so that one row of them can be found again in the encrypted copies.
create table review_source (
  run_id uuid primary key references match_run (id) deferrable initially deferred,
  register_layout jsonb not null,
  exposed_layout jsonb not null
);

-- An exposed row that a person reads beside its candidates.
create table review_item (
  run_id uuid not null references match_run (id) deferrable initially deferred,
  exposed_row bigint not null check (exposed_row > 0),
  incident_id uuid not null references incident (id),
  stratum text not null check (stratum in ('ambiguous', 'matched', 'not_ours')),
  reason text not null,               -- of the engine's verdict; not shown for a row read blind
  engine_member text,                 -- whom the engine matched, stratum `matched` only
  draw integer,                       -- place in the order of the sample; null in the queue
  stakes integer not null,            -- persons whose class depends on this row
  second_reader boolean not null,     -- drawn for two readers, whatever they say
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'), -- of the row as read, without the NIR
  identifier_kind text not null,      -- absent, definitive, unverified, provisional, fictitious, malformed, opaque
  fields jsonb not null,              -- field -> cell as it stands, without the NIR
  candidates jsonb not null,          -- three at most, best first
  members text[] not null,            -- everyone it may be, those of `candidates` first
  at_stake text[] not null,           -- of those, the ones no other row puts on the list
  primary key (run_id, exposed_row)
);
create index review_item_content on review_item (incident_id, content_sha256);

create table review_decision (
  id bigint generated always as identity primary key,
  run_id uuid not null,
  exposed_row bigint not null,
  user_id uuid not null references user_account (id),
  word text not null check (word in ('same', 'neither', 'pass', 'undo')),
  member_id text,
  note text,
  as_dpo boolean not null,
  at timestamptz not null,
  carried_from bigint references review_decision (id), -- the same words, said of the same row of an earlier run
  foreign key (run_id, exposed_row) references review_item (run_id, exposed_row) deferrable initially deferred,
  check ((word = 'same') = (member_id is not null))
);
create index review_decision_item on review_decision (run_id, exposed_row, id);
create index review_decision_reader on review_decision (run_id, user_id, id desc);

-- Where each row stands: worked out from its decisions in the transaction that adds one, kept to be searched.
create table review_standing (
  run_id uuid not null,
  exposed_row bigint not null,
  queue text not null check (queue in ('queue', 'sample')),
  place bigint not null,              -- order of reading: people at stake for the queue, the draw for the sample
  state text not null check (state in ('nothing_to_compare', 'open', 'second', 'third', 'dpo', 'settled')),
  readers uuid[] not null default '{}', -- whose word is in force
  word text check (word in ('same', 'neither')), -- when settled
  member_id text,
  passed boolean not null default false, -- someone could not tell
  settled_at timestamptz,
  primary key (run_id, exposed_row),
  foreign key (run_id, exposed_row) references review_item (run_id, exposed_row) deferrable initially deferred,
  check ((state = 'settled') = (word is not null))
);
create index review_standing_next on review_standing (run_id, queue, state, place, exposed_row);

-- Two readers never hold the same row at the same time. One row a reader and row; it ends by itself.
create table review_lease (
  run_id uuid not null,
  exposed_row bigint not null,
  user_id uuid not null references user_account (id),
  expires_at timestamptz not null,
  primary key (run_id, exposed_row)
);
create unique index review_lease_reader on review_lease (user_id);

-- Every row put before a reader: the ration of the review counts these.
create table review_look (
  id bigint generated always as identity primary key,
  user_id uuid not null references user_account (id),
  incident_id uuid not null,
  run_id uuid not null,
  exposed_row bigint not null,
  at timestamptz not null
);
create index review_look_account on review_look (user_id, at);

create trigger review_draw_append_only before update or delete or truncate on review_draw
  for each statement execute function refuse_change();
create trigger review_source_append_only before update or delete or truncate on review_source
  for each statement execute function refuse_change();
create trigger review_item_append_only before update or delete or truncate on review_item
  for each statement execute function refuse_change();
create trigger review_decision_append_only before update or delete or truncate on review_decision
  for each statement execute function refuse_change();
create trigger review_look_append_only before update or delete or truncate on review_look
  for each statement execute function refuse_change();
