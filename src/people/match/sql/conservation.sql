-- Promise 1: rows in = verdicts out, each row once; members in = members out; a match names a member that exists.
select 'rows' as what, count(*) = $exposedRows and count(distinct exposed_row) = $exposedRows
  and min(exposed_row) = 1 and max(exposed_row) = $exposedRows as holds from verdict
union all
select 'members', count(*) = $members and count(distinct member_row) = $members from member
union all
select 'verdicts', coalesce(bool_and(verdict in ('matched', 'not_ours', 'ambiguous', 'unreadable')), true) from verdict
union all
select 'matches', count(*) = 0 from verdict v left join register r on r.row = v.member_row
  where v.verdict = 'matched' and r.row is null
union all
select 'quarantine', count(*) = (select count(*) from quarantine where file = 'exposed')
  from verdict v join quarantine q on q.file = 'exposed' and q.row = v.exposed_row where v.verdict = 'unreadable';
