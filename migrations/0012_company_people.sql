-- The people of one member company, or of none, without reading the whole list.
create index person_company on person (incident_id, (nullif(btrim(company), '')));
