-- A filing recorded on the wrong line, or that never left, is struck: the row that takes its place says so, with the reason.
alter table filing drop constraint filing_state_check;
alter table filing add constraint filing_state_check check (state in ('planned', 'filed', 'struck'));
alter table filing add constraint filing_struck_why check (state <> 'struck' or correction is not null);
