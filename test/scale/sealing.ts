import { planCampaign, sealOutcomes } from '../../src/delivery/index.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { anAudience } from '../support/audience.ts'
import { operator, preparationOf } from '../support/campaign.ts'
import type { Finding } from './measure.ts'
import { onServer } from './sending.ts'
import type { Sizes } from './sizes.ts'

/** Every outcome of a campaign that left, sealed: read in one snapshot, hashed, and the leaves written. Counts persons. */
export async function proof(sizes: Sizes, folder: string): Promise<Finding> {
  return onServer(folder, {}, async (platform, timed) => {
    const audience = await anAudience(platform.db, { adults: Math.round(sizes.sealed / 1.25), deceased: 0 })
    await planCampaign(platform, preparationOf(audience), operator)
    await sendAll(platform)
    const incident = { id: audience.incidentId, reference: audience.reference }
    const { value, cpuSeconds, wallSeconds, serverCpuSeconds } = await timed(() =>
      sealOutcomes(platform, { incident, milestone: 'on_demand' }, operator),
    )
    return { cpuSeconds, wallSeconds, serverCpuSeconds, count: value.size, unit: 'persons', durable: true }
  })
}

/** One attempt and one event for each message, as a relay that takes everything leaves them; written straight into the ledger. */
async function sendAll({ db }: Platform): Promise<void> {
  await db.query(
    `insert into delivery_run (campaign_id, started_at, ended_at) select id, now(), now() from campaign`,
  )
  await db.query(
    `update delivery set state = 'accepted', settled_at = now(), attempts = 1 where channel = 'email'`,
  )
  await db.query(
    `insert into attempt (delivery_id, campaign_id, run_id, number, phase, started_at, dot_at, ended_at, outcome, last_phase, status, reply)
     select d.id, d.campaign_id, r.id, 1, 'dot', now(), now(), now(), 'accepted', 'dot', '250 2.0.0', '2.0.0 queued as ' || d.id
       from delivery d join delivery_run r on r.campaign_id = d.campaign_id where d.channel = 'email'`,
  )
  await db.query(
    `insert into delivery_event (delivery_id, campaign_id, run_id, at, kind)
     select d.id, d.campaign_id, r.id, now(), 'accepted' from delivery d join delivery_run r on r.campaign_id = d.campaign_id
      where d.channel = 'email'`,
  )
  for (const table of ['delivery', 'delivery_person', 'attempt', 'delivery_event'])
    await db.query(`analyze ${table}`)
}
