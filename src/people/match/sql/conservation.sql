-- Promise 1: rows in = verdicts out, each row once; members in = members out; a match names a member that exists. Each number
-- of a list sets one bit of its own: as many bits as rows is the proof, at a tenth of the cost of counting distinct numbers.
with exposed_bits as (
  select bitstring_agg(least(greatest(exposed_row, 1), $exposedBits), 1, $exposedBits) as bits from verdict
), member_bits as (
  select bitstring_agg(least(greatest(member_row, 1), $memberBits), 1, $memberBits) as bits from member
), matched_bits as (
  select bitstring_agg(least(greatest(member_row, 1), $memberBits), 1, $memberBits) as bits from verdict
  where verdict = 'matched'
)
select 'rows' as what, count(*) = $exposedRows and min(exposed_row) = 1 and max(exposed_row) = $exposedRows
  and bit_count((select bits from exposed_bits)) = $exposedRows as holds from verdict
union all
select 'members', count(*) = $members and coalesce(min(member_row) >= 1 and max(member_row) <= $memberBits, true)
  and coalesce(bit_count((select bits from member_bits)), 0) = $members from member
union all
select 'verdicts', coalesce(bool_and(verdict in ('matched', 'not_ours', 'ambiguous', 'unreadable')), true) from verdict
union all
select 'matches', count(*) filter (member_row is null or member_row not between 1 and $memberBits) = 0
  and coalesce((select m.bits & o.bits = m.bits from matched_bits m, member_bits o), true)
from verdict where verdict = 'matched'
union all
select 'quarantine', count(*) = (select count(*) from quarantine where file = 'exposed')
  from verdict v join quarantine q on q.file = 'exposed' and q.row = v.exposed_row where v.verdict = 'unreadable';
