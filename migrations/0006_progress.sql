-- How far a long step has come. One row per incident and step, overwritten: it is shown, never relied on.
create table progress (
  incident_id uuid not null,
  step text not null,
  done bigint not null,
  total bigint,
  unit text not null,
  started_at timestamptz not null,
  updated_at timestamptz not null,
  finished_at timestamptz,
  failure text,
  primary key (incident_id, step)
);
