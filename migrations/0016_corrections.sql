-- Corrections, the sentences a person chose for each text, and the register of official communications.

-- A campaign that corrects: `correction` says why it writes again. `corrects` names the campaign whose text changed; a
-- correction that follows the list has none, since the people it writes to were told by several.
alter table campaign
  add column correction text check
    (correction in ('fact_changed', 'advice_superseded', 'left_list', 'doubt_lifted', 'doubt_again', 'listed_again')),
  add column corrects bigint references campaign,
  add constraint correction_raises_generation check ((correction is null) = (generation = 1)),
  add constraint correction_of_a_text check
    ((corrects is not null) = (correction is not null and correction in ('fact_changed', 'advice_superseded')));
create index campaign_corrects on campaign (corrects) where corrects is not null;

-- Which telling of this person a correction answers. At most one live answer to each telling: nobody is corrected twice.
alter table delivery_person
  add column answers bigint references delivery,
  add constraint answers_a_telling check ((answers is null) = (generation = 1));
create unique index delivery_person_answered_once on delivery_person (person_id, answers) where live and answers is not null;

-- The sentences chosen for one text, as a person left them. Never changed: the next choice is the next version.
create table notice_choice (
  id bigint generated always as identity primary key,
  incident_id uuid not null,
  cohort text not null check (cohort in ('concerned', 'cannot_be_excluded', 'preventive')),
  audience text not null,
  locale text not null check (locale in ('fr', 'en')),
  version integer not null check (version > 0),
  choice jsonb not null,                       -- as the notices read it (NoticeChoice)
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  chosen_at timestamptz not null,
  chosen_by text not null,
  unique (incident_id, cohort, audience, locale, version)
);
create trigger notice_choice_append_only before update or delete or truncate on notice_choice
  for each statement execute function refuse_change();

-- Every official communication, for the public to compare with what it received: no person's data stand here. A
-- communication is its rows: what is done to it later (made official, replaced, withdrawn) is a new row, none is changed.
create table communication (
  id bigint generated always as identity primary key,
  incident_id uuid not null,
  reference text not null,                     -- 'tiersoin-C1-T2': of a text; 'tiersoin-R3': entered by hand
  step smallint not null check (step > 0),     -- 1: registered
  state text not null check (state in ('planned', 'official', 'superseded', 'withdrawn')),
  kind text not null check (kind in
    ('notice', 'correction', 'press', 'relay_sheet', 'call_script', 'web_page', 'phone_message', 'letter_to_professionals', 'other')),
  title text not null check (length(btrim(title)) > 0),
  audience text,
  cohort text,
  locale text not null,
  version integer not null check (version > 0),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'), -- of the text; null when only its title was entered
  sender text,                                 -- address shown by a message
  place text,                                  -- where one that is not sent can be read or heard
  channels text[] not null default '{}',
  campaign_id bigint,
  notice_version_id bigint,
  superseded_by text,                          -- reference of the one that replaces it
  reason text,                                 -- why it was withdrawn
  at timestamptz not null,
  by text not null,
  unique (incident_id, reference, step),
  check ((state = 'superseded') = (superseded_by is not null)),
  check ((state = 'withdrawn') = (reason is not null))
);
create index communication_campaign on communication (campaign_id) where campaign_id is not null;
create trigger communication_append_only before update or delete or truncate on communication
  for each statement execute function refuse_change();
