import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { preparationOf } from '../../../test/support/campaign.ts'
import { testPlatform } from '../../../test/support/database.ts'
import {
  anEngineFor,
  anIncidentOfLists,
  type FewMember,
  type FewRow,
} from '../../../test/support/few-people.ts'
import { tocsin } from '../../journal/index.ts'
import { discardDraft } from '../../people/lists/change-draft.ts'
import { importLists } from '../../people/lists/import-lists.ts'
import type { Cohort } from '../../people/lists/index.ts'
import { publishList } from '../../people/lists/publish-version.ts'
import { changesHold, readChanges } from '../../people/lists/read-changes.ts'
import { findVersion } from '../../people/lists/store-versions.ts'
import { oneRow, rows } from '../../platform/database.ts'
import { proofHolds } from '../model.ts'
import { correctionIsDue, countProof, personsByOutcome } from '../proof/index.ts'
import { deliveryOfLists } from './follow-list.ts'
import { standingOf } from './list-change-store.ts'
import { planCampaign } from './prepare-campaign.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
let incident: Awaited<ReturnType<typeof anIncidentOfLists>>
beforeAll(async () => {
  platform = await testPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  incident = await anIncidentOfLists(platform)
})

/** H holds K, a child: one message for both. */
const PEOPLE: FewMember[] = [
  { id: 'A' },
  { id: 'B' },
  { id: 'C' },
  { id: 'D' },
  { id: 'H' },
  { id: 'K', holder: 'H', minor: true },
]
const matched = (...members: string[]): FewRow[] => members.map((member) => ({ verdict: 'matched', member }))
const give = (exposed: FewRow[], more = {}, people: FewMember[] = PEOPLE) =>
  importLists(
    platform,
    incident.request(exposed, { delivery: deliveryOfLists, reason: 'corrected_list', ...more }),
    tocsin,
    anEngineFor(people, exposed),
  )
const plan = (listVersionId: number, cohort: Cohort = 'concerned') => {
  const { incidentId } = incident
  const audience = { incidentId, reference: `essai-${incidentId}`, exercise: true, listVersionId }
  return planCampaign(platform, { ...preparationOf(audience as never), cohort }, tocsin)
}
/** Marks the message of a person as delivered, or without an answer, as a sender would. */
const settle = (member: string, state: 'accepted' | 'unknown') =>
  platform.db.query(
    `update delivery set state = $3, settled_at = now() where state = 'planned' and id in (
       select p.delivery_id from delivery_person p join person w on w.id = p.person_id
        where w.incident_id = $1 and w.member_id = $2 and p.live)`,
    [incident.incidentId, member, state],
  )
const stateOf = async (member: string) =>
  (
    await rows<{ state: string; live: boolean }>(
      platform.db,
      `select d.state, p.live from delivery_person p join delivery d on d.id = p.delivery_id join person w on w.id = p.person_id
        where w.incident_id = $1 and w.member_id = $2 order by d.id`,
      [incident.incidentId, member],
    )
  ).map(({ state, live }) => `${state}${live ? '' : ' withdrawn'}`)
const meaning = async (asked = {}) => {
  const changes = await readChanges(platform.db, incident.incidentId, asked, standingOf)
  if (changes) expect(changesHold(changes)).toBe(true)
  return Object.fromEntries(
    changes?.groups.map(({ kind, effect, persons }) => [`${kind} ${effect}`, persons]) ?? [],
  )
}
/** Whom a correction is due to: as many as the proof says, each on their own page. */
const due = async () => {
  const { incidentId } = incident
  const page = { incidentId, listVersionId: 0, outcome: 'correction_due', after: 0, limit: 50 }
  const found = await personsByOutcome(platform.db, page)
  expect((await proof()).corrections_due).toBe(found?.total)
  const named = await rows<{ id: number; member: string }>(
    platform.db,
    `select id, member_id as member from person where id = any($1::bigint[]) order by member_id`,
    [found?.personIds],
  )
  for (const { id } of named) expect(await correctionIsDue(platform.db, incidentId, id)).toBe(true)
  return named.map(({ member }) => member)
}
const proof = () => countProof(platform.db, incident.incidentId)

describe('a newer list, for people already told', () => {
  it('says for each what follows: a correction, nothing, a message to come', async () => {
    const first = await give([...matched('A', 'B', 'C'), { verdict: 'matched', member: 'D', tier: 'R' }])
    await plan(first.listVersion.id)
    await settle('A', 'accepted')
    await settle('B', 'unknown')
    await settle('D', 'accepted')
    await give(matched('D', 'H'), { publish: false })
    expect(await meaning({ to: 'draft' })).toEqual({
      'removed correction': 1,
      'removed correction_doubt': 1,
      'removed taken_back': 1,
      'class complement': 1,
      'added to_tell': 1,
    })
  })

  it('takes back what had not left to those who left, in the same transaction, and tells nobody twice', async () => {
    const first = await give(matched('A', 'B'))
    await plan(first.listVersion.id)
    await settle('A', 'accepted')
    const draft = await give(matched('C'), { publish: false })
    const { incidentId } = incident
    const request = { incidentId, versionId: draft.listVersion.id, reason: 'corrected_list' as const }
    const done = await publishList(platform, { ...request, delivery: deliveryOfLists }, tocsin)
    expect(done).toMatchObject({ number: 2, withdrawn: 1 })
    expect(await stateOf('A')).toEqual(['accepted'])
    expect(await stateOf('B')).toEqual(['cancelled withdrawn'])
    expect(await meaning()).toEqual({ 'removed correction': 1, 'removed leaves': 1, 'added to_tell': 1 })
    expect(await proof()).toMatchObject({
      concerned: 1,
      in_progress: 1,
      unplanned: 1,
      lost: 0,
      told_twice: 0,
    })
    expect(await due()).toEqual(['A'])
    const third = await give(matched('A', 'C'))
    expect(await due()).toEqual([])
    await plan(third.listVersion.id)
    expect(await proof()).toMatchObject({ concerned: 2, unplanned: 0, told_twice: 0 })
  })

  it('plans again the child whose message was shared with a parent who left', async () => {
    const first = await give(matched('H', 'K'))
    await plan(first.listVersion.id)
    const second = await give(matched('K'))
    expect(await stateOf('K')).toEqual(['cancelled withdrawn'])
    expect(await proof()).toMatchObject({ concerned: 1, in_progress: 1, lost: 0 })
    await plan(second.listVersion.id)
    expect(await stateOf('K')).toEqual(['cancelled withdrawn', 'planned'])
  })

  it('takes back a message whose address, whose reader or whose data are others on the newer list', async () => {
    const first = await give(matched('A', 'B', 'C', 'D'))
    await plan(first.listVersion.id)
    const people = PEOPLE.map((one) =>
      one.id === 'A' ? { ...one, email: 'autre@courriel.example' } : { ...one, deceased: one.id === 'B' },
    )
    const newer: FewRow[] = [
      ...matched('A', 'B', 'D'),
      { verdict: 'matched', member: 'C', fields: 'surname|birth_date' },
    ]
    await give(newer, { publish: false }, people)
    expect(await meaning({ to: 'draft' })).toEqual({ 'contact to_replan': 2, 'data to_replan': 1 })
    const second = await give(newer, {}, people)
    for (const changed of ['A', 'B', 'C']) expect(await stateOf(changed)).toEqual(['cancelled withdrawn'])
    expect(await stateOf('D')).toEqual(['planned'])
    expect(await proof()).toMatchObject({ in_progress: 4, lost: 0 })
    await plan(second.listVersion.id)
    expect(await stateOf('A')).toEqual(['cancelled withdrawn', 'planned'])
    expect(await proof()).toMatchObject({
      in_progress: 3,
      cannot_be_told: { deceased: 1 },
      lost: 0,
      told_twice: 0,
    })
  })

  it('owes no correction to who was told the doubt that they are in again, nor after "on no list"', async () => {
    const doubt: FewRow[] = [{ verdict: 'ambiguous', possible: [['A', 30]] }]
    const first = await give(doubt)
    const { campaign } = await plan(first.listVersion.id, 'cannot_be_excluded')
    await settle('A', 'accepted')
    await give(matched('A'))
    await give([...doubt, { verdict: 'not_ours' }])
    expect(await due()).toEqual([])
    expect(await meaning()).toEqual({ 'class already_told': 1 })
    await platform.db.query(`alter table delivery_person disable trigger all`)
    await platform.db.query(`update delivery_person set cohort = 'preventive' where campaign_id = $1`, [
      campaign.id,
    ])
    await platform.db.query(`alter table delivery_person enable trigger all`)
    await give(matched('B'))
    expect(await due()).toEqual([])
    expect(await meaning()).toEqual({ 'removed leaves': 1, 'added to_tell': 1 })
  })

  it('leaves the letters that a batch already holds, and says so', async () => {
    const first = await give(matched('A', 'B'))
    const { campaign } = await plan(first.listVersion.id)
    await platform.db.query(
      `insert into letter_batch (campaign_id, number, reference, letters, created_at) values ($1::bigint, 1, 'lot-' || $1::bigint::text, 1, now())`,
      [campaign.id],
    )
    await platform.db.query(
      `update delivery set channel = 'letter', letter_batch_id = (select max(id) from letter_batch)
        where campaign_id = $1 and person_id in (select id from person where member_id = 'B')`,
      [campaign.id],
    )
    await give(matched('A'))
    expect(await stateOf('B')).toEqual(['planned'])
    expect(await meaning()).toEqual({ 'removed taken_back': 1 })
  })

  it('is refused while a restored campaign does not know what left', async () => {
    const first = await give(matched('A', 'B'))
    const { campaign } = await plan(first.listVersion.id)
    await platform.db.query(`alter table campaign disable trigger campaign_released_by_two`)
    await platform.db.query(`update campaign set state = 'paused', pause_reason = 'restored' where id = $1`, [
      campaign.id,
    ])
    await platform.db.query(`alter table campaign enable trigger campaign_released_by_two`)
    await expect(give(matched('A'))).rejects.toMatchObject({ code: 'delivery.restoredFirst' })
    expect(await findVersion(platform.db, incident.incidentId, 'published')).toMatchObject({ number: 1 })
    expect(await stateOf('B')).toEqual(['planned'])
  })

  it('is the only one to be planned: a campaign of the list before it is refused', async () => {
    const first = await give(matched('A', 'B'))
    await give(matched('A'))
    await expect(plan(first.listVersion.id)).rejects.toMatchObject({ code: 'delivery.listMoved' })
    expect(await stateOf('B')).toEqual([])
  })

  it('adds up over several versions, and over a person who comes back', async () => {
    await give(matched('A', 'B'))
    await give(matched('A', 'C'))
    await give(matched('A', 'B', 'C'))
    expect(await meaning({ from: '1', to: '3' })).toEqual({ 'added to_tell': 1 })
    expect(await meaning({ from: '3', to: 'v1' })).toEqual({ 'added to_tell': 1 })
    expect(await meaning()).toEqual({ 'added to_tell': 1 })
    await expect(readChanges(platform.db, incident.incidentId, { to: '9' }, undefined)).rejects.toMatchObject(
      {
        code: 'lists.notAVersion',
        params: { known: 'v1, v2, v3' },
      },
    )
  })
})

const ids = PEOPLE.map(({ id }) => id)
const step = fc.oneof(
  fc.record({
    do: fc.constant('give' as const),
    who: fc.subarray(ids, { minLength: 1 }),
    draft: fc.boolean(),
  }),
  fc.record({ do: fc.constant('publish' as const) }),
  fc.record({ do: fc.constant('discard' as const) }),
  fc.record({ do: fc.constant('plan' as const) }),
  fc.record({ do: fc.constant('tell' as const), who: fc.constantFrom(...ids) }),
)

it('no order of imports, publications and sendings loses a person, tells one twice, or writes to one who left', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 9 }), async (steps) => {
      incident = await anIncidentOfLists(platform)
      const { incidentId } = incident
      for (const one of steps) {
        const draft = await findVersion(platform.db, incidentId, 'draft')
        const current = await findVersion(platform.db, incidentId, 'published')
        const request = { incidentId, versionId: draft?.id ?? 0, delivery: deliveryOfLists }
        if (one.do === 'give') await give(matched(...one.who), { publish: !one.draft })
        else if (one.do === 'publish' && draft)
          await publishList(platform, { ...request, reason: 'corrected_list' }, tocsin)
        else if (one.do === 'discard' && draft) await discardDraft(platform, { incidentId }, tocsin)
        else if (one.do === 'plan' && current)
          await plan(current.id).catch((error: Error) => expect(error.message).toContain('alreadyPrepared'))
        else if (one.do === 'tell') await settle(one.who, 'accepted')
        const counted = await proof()
        expect(counted).toMatchObject({ lost: 0, told_twice: 0 })
        expect(proofHolds(counted)).toBe(true)
        await meaning()
        const { strangers } = await oneRow<{ strangers: number }>(
          platform.db,
          `select count(*) as strangers from delivery_person p join delivery d on d.id = p.delivery_id join person w on w.id = p.person_id
            where w.incident_id = $1 and p.live and d.state = 'planned'
              and not exists (select from list_entry e join list_version v on v.id = e.list_version_id
                where e.person_id = p.person_id and v.id = (
                  select max(id) from list_version where incident_id = $1 and number is not null))`,
          [incidentId],
        )
        expect(strangers).toBe(0)
      }
    }),
    { numRuns: 12 },
  )
})
