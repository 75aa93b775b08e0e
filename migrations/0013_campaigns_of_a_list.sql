-- A list may have several campaigns of a cohort: one that is cancelled frees its people after a newer list was planned, and
-- they are planned on that list again. What keeps a person from two first notices is `delivery_person_once`.
drop index campaign_once;
