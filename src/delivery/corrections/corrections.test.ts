import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { publishBareList } from '../../../test/support/bare-lists.ts'
import { preparationOf } from '../../../test/support/campaign.ts'
import { testPlatform } from '../../../test/support/database.ts'
import { anIncidentOfLists } from '../../../test/support/few-people.ts'
import { held } from '../../../test/support/notice-facts.ts'
import { tocsin } from '../../journal/index.ts'
import type { NoticeTree } from '../../notices/index.ts'
import type { Cohort } from '../../people/lists/index.ts'
import { findVersion } from '../../people/lists/store-versions.ts'
import { Temporal } from '../../platform/clock.ts'
import { oneRow, rows } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { campaignsOf } from '../campaign-store.ts'
import { moveToLetter } from '../ladder-store.ts'
import { type Correction, proofHolds } from '../model.ts'
import { planCampaign } from '../planning/prepare-campaign.ts'
import { countProof, dueGroups, latestListVersion } from '../proof/index.ts'
import { cancelCampaign } from '../release/cancel-campaign.ts'
import { driveCampaign } from '../sending/drive-campaign.ts'
import type { DatedChange } from './changed-facts.ts'
import { planCorrection } from './plan-correction.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
let incident: Awaited<ReturnType<typeof anIncidentOfLists>>
beforeAll(async () => {
  platform = await testPlatform()
  // The two releases are tested elsewhere; here a campaign is on its way as soon as it is planned.
  await platform.db.query('alter table campaign disable trigger campaign_released_by_two')
})
afterAll(() => platform.close())
beforeEach(async () => {
  incident = await anIncidentOfLists(platform)
})

/** H holds K, a child: one message for both. */
const IDS = ['A', 'B', 'C', 'D', 'H', 'K']
const give = (sure: readonly string[], doubt: readonly string[] = []) =>
  publishBareList(
    platform,
    incident.incidentId,
    {
      ...Object.fromEntries(doubt.map((id) => [id, 'cannot_be_excluded' as const])),
      ...Object.fromEntries(sure.map((id) => [id, 'confirmed' as const])),
    },
    { K: 'H' },
  )

const PHONE: DatedChange = {
  recordedAt: Temporal.Instant.from('2030-01-01T00:00:00Z'),
  label: { fr: 'Téléphone', en: 'Telephone' },
  before: { fr: '04 00 00 00 12', en: '04 00 00 00 12' },
  now: held('contact.phone', { fr: '04 00 00 00 99', en: '04 00 00 00 99' }),
}
async function request() {
  const version = await findVersion(platform.db, incident.incidentId, 'published')
  const { incidentId } = incident
  const audience = {
    incidentId,
    reference: `essai-${incidentId}`,
    exercise: true,
    listVersionId: version?.id ?? 0,
  }
  const list = held('list.version', {
    number: version?.number ?? 1,
    publishedAt: platform.clock.now(),
  })
  return { ...preparationOf(audience as never), list, changes: async () => [PHONE] }
}
const start = async (campaignId: number) => {
  await platform.db.query(`update campaign set state = 'sending' where id = $1`, [campaignId])
  return campaignId
}
const plan = async (cohort: Cohort = 'concerned') =>
  start((await planCampaign(platform, { ...(await request()), cohort }, tocsin)).campaign.id)
const correct = async (why: Correction, cohort: Cohort, corrects?: number) => {
  const prepared = await planCorrection(
    platform,
    { ...(await request()), why, cohort, ...(corrects !== undefined && { corrects }) },
    tocsin,
  )
  await start(prepared.campaign.id)
  return prepared
}
/** What a relay and a person may make of the messages that name somebody. */
const settle = (member: string, state: 'accepted' | 'unknown' = 'accepted') =>
  platform.db.query(
    `update delivery set state = $3, settled_at = now() where state in ('planned', 'unknown') and id in (
       select p.delivery_id from delivery_person p join person w on w.id = p.person_id
        where w.incident_id = $1 and w.member_id = $2 and p.live)`,
    [incident.incidentId, member, state],
  )
const settleAll = () =>
  platform.db.query(
    `update delivery d set state = 'accepted', settled_at = now() from campaign k
      where k.id = d.campaign_id and k.incident_id = $1 and d.state = 'planned'`,
    [incident.incidentId],
  )
const owed = async () => {
  const { incidentId } = incident
  const groups = await dueGroups(platform.db, await latestListVersion(platform.db, incidentId), incidentId)
  return Object.fromEntries(groups.map(({ why, cohort, persons }) => [`${why} ${cohort}`, persons]))
}
const proof = () => countProof(platform.db, incident.incidentId)
const readersOf = async (campaignId: number) =>
  (
    await rows<{ member: string }>(
      platform.db,
      `select w.member_id as member from delivery d join delivery_person p on p.delivery_id = d.id
          join person w on w.id = p.person_id where d.campaign_id = $1 and p.live order by 1`,
      [campaignId],
    )
  ).map(({ member }) => member)
const textsOf = async (campaignId: number) =>
  (
    await rows<{ tree: NoticeTree }>(platform.db, `select tree from notice_version where campaign_id = $1`, [
      campaignId,
    ])
  ).map(({ tree }) => tree)

describe('a text that changed', () => {
  it('is not corrected to somebody whose first notice came back before the correction left', async () => {
    await give(['A', 'B', 'C'])
    const first = await plan()
    await settleAll()
    const { campaign } = await correct('fact_changed', 'concerned', first)
    const [a] = await rows<{ id: number }>(
      platform.db,
      `select min(id) as id from delivery where campaign_id = $1`,
      [first],
    )
    const step = { runId: null, reason: 'address_dead', detail: null, at: platform.clock.now() }
    await platform.db.transaction((tx) => moveToLetter(tx, [a?.id ?? 0], { ...step, closes: 'bounced' }))
    await driveCampaign(platform, campaign.id)
    expect(await readersOf(campaign.id)).toEqual(['B', 'C'])
    const after = await proof()
    expect(after).toMatchObject({
      corrections: { told: 2, in_progress: 0 },
      cannot_be_told: { email_refused_no_postal: 1 },
      corrections_due: 0,
    })
    expect(proofHolds(after)).toBe(true)
  })

  it('is corrected to exactly those who received it, once, and what had not left leaves no more', async () => {
    await give(['A', 'B', 'C', 'H', 'K'])
    const first = await plan()
    for (const member of ['A', 'H']) await settle(member)
    await settle('B', 'unknown')
    const done = await correct('fact_changed', 'concerned', first)
    expect(done).toMatchObject({ owed: 3, covered: 3, untold: 0, withdrawn: 1 })
    expect(await readersOf(done.campaign.id)).toEqual(['A', 'H', 'K'])
    expect(await proof()).toMatchObject({
      concerned: 5,
      unplanned: 1,
      unknown_held: 1,
      lost: 0,
      corrections_due: 0,
    })
    await expect(correct('fact_changed', 'concerned', first)).rejects.toMatchObject({
      code: 'delivery.nothingToCorrect',
    })
    // C, who got nothing, gets the first notice as it is now; B, held for received, is then owed the correction.
    await plan()
    await settleAll()
    await settle('B')
    expect(await owed()).toEqual({ 'fact_changed concerned': 1 })
    expect(await readersOf((await correct('fact_changed', 'concerned', first)).campaign.id)).toEqual(['B'])
    await settleAll()
    const counted = await proof()
    expect(counted).toMatchObject({ corrections_due: 0, told_twice: 0, lost: 0, corrections: { told: 4 } })
    expect(proofHolds(counted)).toBe(true)
  })

  it('says the old value and the new one, under the next version number, and can be corrected again', async () => {
    await give(['A'])
    const first = await plan()
    await settleAll()
    const second = await correct('fact_changed', 'concerned', first)
    const [text] = await textsOf(second.campaign.id)
    expect(JSON.stringify(text?.sections[0])).toMatch(/Téléphone. Nous avions écrit.*12.*Il faut lire.*99/)
    const { number } = await oneRow<{ number: number }>(
      platform.db,
      `select number from notice_version where campaign_id = $1`,
      [second.campaign.id],
    )
    expect(number).toBe(2)
    await settleAll()
    const third = await correct('fact_changed', 'concerned', second.campaign.id)
    expect(third.campaign.generation).toBe(3)
    await settleAll()
    expect(await proof()).toMatchObject({ told_twice: 0, corrections_due: 0, messages: { email: 3 } })
  })

  it('is not corrected before it left, and a cancelled correction leaves its people owed to', async () => {
    await give(['A'])
    const { campaign } = await planCampaign(platform, await request(), tocsin)
    await expect(correct('fact_changed', 'concerned', campaign.id)).rejects.toMatchObject({
      code: 'delivery.notSentYet',
    })
    await start(campaign.id)
    await settleAll()
    const prepared = await planCorrection(
      platform,
      { ...(await request()), why: 'fact_changed', corrects: campaign.id },
      tocsin,
    )
    await cancelCampaign(platform, prepared.campaign.id, tocsin)
    expect(await readersOf((await correct('fact_changed', 'concerned', campaign.id)).campaign.id)).toEqual([
      'A',
    ])
  })
})

describe('a list that changed', () => {
  it('closes with those who left it, from the list or from the doubt, and never says they are not concerned', async () => {
    await give(['A', 'B'], ['C'])
    await plan()
    await plan('cannot_be_excluded')
    await settleAll()
    await give(['A'])
    expect(await owed()).toEqual({ 'left_list concerned': 1, 'doubt_lifted cannot_be_excluded': 1 })
    const left = await correct('left_list', 'concerned')
    expect(await readersOf(left.campaign.id)).toEqual(['B'])
    const lifted = await correct('doubt_lifted', 'cannot_be_excluded')
    expect(await readersOf(lifted.campaign.id)).toEqual(['C'])
    for (const { campaign } of [left, lifted]) {
      const [text] = await textsOf(campaign.id)
      expect(JSON.stringify(text)).toContain('sur la liste v2')
      expect(JSON.stringify(text)).not.toMatch(/pas concern/)
    }
    await settleAll()
    expect(await proof()).toMatchObject({
      corrections_due: 0,
      corrections: { told: 2 },
      told_twice: 0,
      lost: 0,
    })
  })

  it('takes back a closing that had not left to somebody listed again, and tells who had read one', async () => {
    await give(['A', 'B'])
    await plan()
    await settleAll()
    await give(['C'])
    const { campaign } = await correct('left_list', 'concerned')
    await settle('A')
    await give(['A', 'B', 'C'])
    expect(await readersOf(campaign.id)).toEqual(['A'])
    expect(await owed()).toEqual({ 'listed_again concerned': 1 })
    expect(await readersOf((await correct('listed_again', 'concerned')).campaign.id)).toEqual(['A'])
  })

  it('writes to nobody by name who died since, nor to an address that became secret', async () => {
    await give(['A', 'B'])
    await plan()
    await settleAll()
    await platform.db.query(
      `update person set deceased = (member_id = 'A'), protected_address = (member_id = 'B') where incident_id = $1`,
      [incident.incidentId],
    )
    await platform.db.query(
      `update delivery set recipient = jsonb_set(recipient, '{email}', 'null')
      where campaign_id in (select id from campaign where incident_id = $1)`,
      [incident.incidentId],
    )
    await give(['C'])
    await platform.db.query(
      `update person set deceased = (member_id = 'A'), protected_address = (member_id = 'B') where incident_id = $1`,
      [incident.incidentId],
    )
    const done = await correct('left_list', 'concerned')
    expect(done).toMatchObject({ owed: 2, covered: 0, untold: 2 })
    expect(await proof()).toMatchObject({ corrections_due: 0, corrections: { cannot_be_told: 2 } })
  })
})

const step = fc.oneof(
  fc.record({ do: fc.constant('give' as const), sure: fc.subarray(IDS), doubt: fc.subarray(IDS) }),
  fc.record({
    do: fc.constant('plan' as const),
    cohort: fc.constantFrom<Cohort>('concerned', 'cannot_be_excluded'),
  }),
  fc.record({ do: fc.constant('settle' as const), who: fc.constantFrom(...IDS) }),
  fc.record({ do: fc.constant('settle all' as const) }),
  fc.record({ do: fc.constant('correct due' as const) }),
  fc.record({ do: fc.constant('correct text' as const), which: fc.nat(3) }),
)

it('whatever the order of lists, campaigns and corrections: who received what no longer holds is owed one message, and gets it once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 12 }), async (steps) => {
      incident = await anIncidentOfLists(platform)
      const { incidentId } = incident
      const quietly = async (act: Promise<unknown>) =>
        act.catch((error) => {
          if (!(error instanceof Refusal)) throw error
          expect([
            'delivery.alreadyPrepared',
            'delivery.nothingToCorrect',
            'notices.nothingChanged',
          ]).toContain(error.code)
        })
      await give(['A', 'B', 'H', 'K'], [])
      for (const one of steps) {
        if (one.do === 'give') {
          await give(one.sure.length + one.doubt.length === 0 ? ['A'] : one.sure, one.doubt)
        } else if (one.do === 'plan') await quietly(plan(one.cohort))
        else if (one.do === 'settle') await settle(one.who)
        else if (one.do === 'settle all') await settleAll()
        else if (one.do === 'correct due') await correctDue()
        else {
          const all = await campaignsOf(platform.db, incidentId)
          const chosen = all[one.which]
          if (chosen && !chosen.correction?.match(/left_list|doubt_lifted/))
            await quietly(correct('fact_changed', chosen.cohort, chosen.id))
        }
        const counted = await proof()
        expect(counted).toMatchObject({ lost: 0, told_twice: 0 })
        expect(proofHolds(counted)).toBe(true)
      }
      // At the end everything leaves: nobody's last word is other than the list's, and nobody read the same correction twice.
      for (let turn = 0; turn < 4; turn += 1) {
        await settleAll()
        await correctDue()
        for (const cohort of ['concerned', 'cannot_be_excluded'] as const) await quietly(plan(cohort))
      }
      await settleAll()
      expect(await proof()).toMatchObject({ corrections_due: 0, unplanned: 0, lost: 0, told_twice: 0 })
      expect(await wrongLastWords(incidentId)).toEqual([])
    }),
    { numRuns: 10 },
  )
})

async function correctDue() {
  const { incidentId } = incident
  for (const group of await dueGroups(
    platform.db,
    await latestListVersion(platform.db, incidentId),
    incidentId,
  ))
    await correct(group.why, group.cohort, group.campaignId ?? undefined)
}

/** An oracle of its own: for each person, what the last message that left said, beside the list in force. */
async function wrongLastWords(incidentId: string): Promise<unknown[]> {
  const told = await rows<{ member: string; said: string; listed: string }>(
    platform.db,
    `select distinct on (w.id) w.member_id as member,
            case when k.correction in ('left_list', 'doubt_lifted') then 'none' else k.cohort end as said,
            coalesce((select case e.class when 'cannot_be_excluded' then e.class else 'concerned' end from list_entry e
                       where e.person_id = w.id and e.list_version_id = (
                         select max(id) from list_version where incident_id = $1 and number is not null)), 'none') as listed
       from person w join delivery_person p on p.person_id = w.id join delivery d on d.id = p.delivery_id
       join campaign k on k.id = d.campaign_id
      where w.incident_id = $1 and d.state = 'accepted' order by w.id, d.id desc`,
    [incidentId],
  )
  return told.filter(({ said, listed }) => said !== listed)
}
