-- Pages of names that an account was shown (people list, search, outcomes): the ration of the lists counts these rows.
-- Counts only: which names stood there is not kept.
create table people_page (
  id bigint generated always as identity primary key,
  user_id uuid not null references user_account (id),
  incident_id uuid,
  shown integer not null check (shown >= 0),
  at timestamptz not null
);
create index people_page_account on people_page (user_id, at);
create trigger people_page_append_only before update or delete or truncate on people_page
  for each statement execute function refuse_change();
