-- Who may come in, by which means, and what they looked at. Secrets are never kept in clear: tokens, links and codes as
-- SHA-256 (they carry 80 bits or more), passphrases as scrypt, TOTP secrets sealed with a key kept outside the database.

-- The nature of the data folder this database serves, declared once and for ever: fictional persons exist only where
-- it is an exercise, whatever a program asks.
create table access_home (
  only_row boolean primary key default true check (only_row),
  exercise boolean not null
);
create trigger access_home_for_ever before update or delete or truncate on access_home
  for each statement execute function refuse_change();

create table user_account (
  id uuid primary key,
  login text not null unique check (login ~ '^[a-z][a-z0-9.-]{1,39}$'),
  display_name text not null,       -- empty until the first lead has said who they are
  title text not null default '',
  roles text[] not null
    check (roles <@ array['lead', 'dpo', 'communication', 'reviewer', 'call_agent', 'auditor']),
  fictional boolean not null default false,
  created_at timestamptz not null,
  disabled_at timestamptz
);

create function refuse_fictional_outside_exercise() returns trigger language plpgsql as $$
begin
  if new.fictional and not exists (select from access_home where exercise) then
    raise exception 'a fictional person exists only in an exercise' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger user_account_fictional before insert or update on user_account
  for each row execute function refuse_fictional_outside_exercise();

create table passkey (
  credential_id text primary key,   -- base64url
  user_id uuid not null references user_account,
  public_key bytea not null,        -- COSE
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_user on passkey (user_id);

-- One row holds both halves, each not null: a passphrase cannot exist without its TOTP secret, so there is no
-- password-only way in to guard against elsewhere.
create table totp_credential (
  user_id uuid primary key references user_account,
  sealed_secret bytea not null,
  passphrase_hash text not null,
  last_step bigint not null,        -- RFC 6238 step of the last code accepted: a code serves once
  created_at timestamptz not null,
  last_used_at timestamptz
);

create table recovery_code (
  code_hash text primary key,
  user_id uuid not null references user_account,
  created_at timestamptz not null,
  used_at timestamptz
);
create index recovery_code_user on recovery_code (user_id);

create table login_session (
  id uuid primary key,
  token_hash text not null unique,
  user_id uuid not null references user_account,
  method text not null check (method in ('passkey', 'totp', 'recovery', 'link')),
  enrol_only boolean not null,      -- may only add an authenticator
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  step_up_at timestamptz,
  user_agent_hash text not null,
  ended_at timestamptz
);
create index login_session_open on login_session (user_id) where ended_at is null;

create table sign_in_link (
  token_hash text primary key,
  user_id uuid not null references user_account,
  purpose text not null check (purpose in ('enrol', 'exercise')),
  issued_by uuid references user_account, -- null: the start of the desk; otherwise who let this person in
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_link_user on sign_in_link (user_id, used_at);

-- Failures of the ways in that can be guessed. `subject` is the SHA-256 of the login as typed: an unknown login is
-- slowed exactly as a known one, and what was typed by mistake (often a passphrase) is not kept.
create table failed_attempt (
  id bigint generated always as identity primary key,
  subject text not null,
  at timestamptz not null
);
create index failed_attempt_subject on failed_attempt (subject, at);
create index failed_attempt_at on failed_attempt (at);

create table webauthn_challenge (
  challenge text primary key,
  purpose text not null check (purpose in ('sign_in', 'step_up', 'enrol')),
  session_id uuid references login_session,
  expires_at timestamptz not null
);

create table operator_token (
  id uuid primary key,
  token_hash text not null unique,
  user_id uuid not null references user_account,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz
);

-- Every opening of a person's page. The 2024 breach was stolen professional accounts reading the insured one by one.
create table person_lookup (
  id bigint generated always as identity primary key,
  user_id uuid not null references user_account,
  person_id bigint not null,
  incident_id uuid,
  at timestamptz not null,
  motive text not null default ''
);
create index person_lookup_user on person_lookup (user_id, at);
create trigger person_lookup_append_only before update or delete or truncate on person_lookup
  for each statement execute function refuse_change();
