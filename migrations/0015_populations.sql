-- Whose data leaked: an insured person, a health professional, a firm, a client of a firm. A register without the column
-- holds insured people; what was exposed of one population is never told to another.
alter table person add column population text not null default 'insured'
  check (population in ('insured', 'health_professional', 'firm', 'client_of_firm'));

-- Of someone who died and in whose household nobody else is concerned, a relative is told, without a name.
alter table addressee drop constraint addressee_kind_check, add check (kind in
  ('insured_adult', 'parent_of_minor', 'policyholder_for_dependants', 'guardian', 'relative_of_deceased',
   'health_professional', 'firm', 'client_of_firm'));
alter table list_entry drop constraint list_entry_told_through_check, add check (told_through in
  ('self', 'legal_representative', 'policyholder', 'guardian', 'relative'));
alter table preventive_entry drop constraint preventive_entry_told_through_check, add check (told_through in
  ('self', 'legal_representative', 'policyholder', 'guardian', 'relative'));
