-- What becomes of a message after it was accepted, and the wave it left in. A bounce or a returned letter ends a telling:
-- the delivery closes (`bounced`, `returned`), its persons are live no more, and the ladder goes on (promise 2).
alter table delivery drop constraint delivery_state_check;
alter table delivery add constraint delivery_state_check check
  (state in ('planned', 'attempting', 'accepted', 'refused', 'unknown', 'cancelled', 'bounced', 'returned'));
-- An attempt that the relay took and a later report gave back: no copy of it stands with anybody.
alter table attempt add column bounced_at timestamptz;
-- Waves: the share of a campaign that leaves together, so that the people it calls up find somebody at the telephone.
alter table delivery add column wave smallint not null default 1 check (wave > 0);
