-- Cohorts: who is told with which words. `concerned` (confirmed, presumed), `cannot_be_excluded` (only ambiguous rows
-- point to them) and `preventive` (on no list, told all the same by a recorded decision).

-- A person who cannot be excluded gets an addressee or a reason like everyone else. Lists published before this have
-- rows with neither: they stay as they are (not valid), a new version replaces them.
alter table list_entry drop constraint exactly_one_outcome;
alter table list_entry add constraint exactly_one_outcome check (
  (addressee_id is null) = (told_through is null) and num_nonnulls(addressee_id, untold_reason) = 1) not valid;

-- One message a cohort: a parent who is concerned and whose child cannot be excluded gets two, each with its own words.
alter table addressee add column cohort text not null default 'concerned'
  check (cohort in ('concerned', 'cannot_be_excluded', 'preventive'));
-- Someone of the household who died is concerned: the message says a sentence for relatives, without a name.
alter table addressee add column for_relatives boolean not null default false;
alter table addressee drop constraint addressee_list_version_id_key_key;
alter table addressee add unique (list_version_id, cohort, key);
drop index addressee_pages;
create index addressee_pages on addressee (list_version_id, cohort, id);

-- What the organisation decided to do, by whom and why. The latest one holds; none is ever changed.
create table strategy_decision (
  id bigint generated always as identity primary key,
  incident_id uuid not null references incident (id),
  strategy text not null check (strategy in ('concerned_only', 'preventive_to_all')),
  list_version_id bigint not null references list_version (id),
  reason text not null check (length(btrim(reason)) >= 10),
  decided_at timestamptz not null,
  decided_by text not null
);
create index strategy_decision_incident on strategy_decision (incident_id, id desc);
create trigger strategy_decision_append_only before update or delete or truncate on strategy_decision
  for each statement execute function refuse_change();

-- Members of the register on no list of this version, written when a preventive decision is carried out: their
-- contact data enter the database only then.
create table preventive_entry (
  list_version_id bigint not null references list_version (id),
  person_id bigint not null references person (id),
  sort_name text collate "C" not null,
  addressee_id bigint references addressee (id),
  told_through text check (told_through in ('self', 'legal_representative', 'policyholder', 'guardian')),
  untold_reason text check (untold_reason in
    ('deceased', 'no_contact', 'protected_address', 'no_legal_representative', 'unusable_address')),
  primary key (list_version_id, person_id),
  constraint preventive_exactly_one_outcome check (
    (addressee_id is null) = (told_through is null) and num_nonnulls(addressee_id, untold_reason) = 1)
);
create index preventive_entry_name on preventive_entry (list_version_id, sort_name, person_id);
create index preventive_entry_addressee on preventive_entry (addressee_id) where addressee_id is not null;

-- A campaign writes to one cohort. One campaign a list and cohort.
alter table campaign add column cohort text not null default 'concerned'
  check (cohort in ('concerned', 'cannot_be_excluded', 'preventive'));
alter table campaign add unique (id, generation, cohort);
drop index campaign_once;
create unique index campaign_once on campaign (incident_id, list_version_id, generation, cohort) where state <> 'cancelled';

-- A cohort has its own first notice: who was told "cannot be excluded" and is confirmed later gets the other one, once.
alter table delivery_person add column cohort text not null default 'concerned';
alter table delivery_person add foreign key (campaign_id, generation, cohort) references campaign (id, generation, cohort);
drop index delivery_person_once;
create unique index delivery_person_once on delivery_person (person_id, generation, cohort) where live;

-- Several texts for one audience: with the sentence for relatives, by population.
alter table notice_version add column variant text not null default '';
alter table notice_version drop constraint notice_version_campaign_id_audience_locale_number_key;
alter table notice_version add unique (campaign_id, audience, variant, locale, number);

-- Who must have an outcome, and in which account.
create or replace view concerned_person as
  select list_version_id, person_id, class <> 'cannot_be_excluded' as concerned,
         case class when 'cannot_be_excluded' then 'cannot_be_excluded' else 'concerned' end as cohort
    from list_entry
  union all
  select list_version_id, person_id, false, 'preventive' from preventive_entry;
