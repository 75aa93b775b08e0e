-- Returned mail: what was read, what it proved, what was done. The message itself is not kept (decision 022): its hash, the
-- delivery it is about and the words of the mail system without the addresses they quote.
create table bounce_report (
  id bigint generated always as identity primary key,
  intake text not null check (intake in ('imap', 'maildir', 'hook')),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'), -- of the message, or of the relay's event
  part smallint not null check (part > 0),     -- the nth failed recipient that it names
  received_at timestamptz not null,
  reported_at timestamptz not null,            -- when the mail system says that it had the message, else when it wrote
  decision text not null check (decision in ('dead_address', 'retry', 'sender_side', 'not_a_bounce')),
  status text,
  reason text not null,
  said text,                                   -- the mail system's words, without addresses
  masked text,                                 -- the recipient it names: 'l…@poste.example'
  evidence text not null check (evidence in ('return_path', 'message_id', 'person', 'none')), -- what names the delivery
  delivery_id bigint references delivery,
  suggested_id bigint references delivery,     -- same recipient, same time: for a person to say, never applied by itself
  state text not null check (state in ('applied', 'waiting', 'unmatched', 'ignored')),
  -- What it changed: a letter, another attempt, kept for a resumption; nothing but a note; nothing, since it came after.
  effect text check (effect in ('letter', 'again', 'kept', 'noted', 'too_late')),
  settled_at timestamptz,
  settled_by text,                             -- the person who linked or ignored it
  ignored_because text,
  unique (sha256, part),
  check ((state = 'ignored') = (ignored_because is not null)),
  check (state <> 'applied' or (delivery_id is not null and effect is not null))
);
create index bounce_report_delivery on bounce_report (delivery_id) where delivery_id is not null;
create index bounce_report_open on bounce_report (id) where state in ('waiting', 'unmatched');

-- Where reports come from and how far each was read: one row a source, written with the reports it brought.
create table bounce_intake (
  intake text primary key check (intake in ('imap', 'maildir', 'hook')),
  read_at timestamptz,                         -- the last time it was reached
  report_at timestamptz,                       -- the last time it brought something
  failed_at timestamptz,
  failure text,                                -- a code, never what was being read
  uid_validity bigint,                         -- IMAP: UIDs at or below `uid` are read (RFC 3501, 2.3.1.1)
  uid bigint
);

-- Tokens of the hook: the relay's own, one each. Only hashes stand here.
create table bounce_hook_token (
  id uuid primary key,
  name text not null check (length(btrim(name)) > 0),
  token_sha256 text not null unique check (token_sha256 ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  made_by text not null,
  used_at timestamptz,
  revoked_at timestamptz
);
