import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { publishBareList } from '../../../test/support/bare-lists.ts'
import { preparationOf } from '../../../test/support/campaign.ts'
import { testPlatform } from '../../../test/support/database.ts'
import { anIncidentOfLists } from '../../../test/support/few-people.ts'
import { tocsin } from '../../journal/index.ts'
import { oneRow, rows } from '../../platform/database.ts'
import { endLive, moveToLetter } from '../ladder-store.ts'
import { proofHolds, type Recipient } from '../model.ts'
import { buildLetters } from '../posting/build-letters.ts'
import { planNext } from '../posting/return-store.ts'
import { lettersOffTheList } from '../posting/withdrawal-store.ts'
import { countProof } from '../proof/index.ts'
import { driveCampaign } from '../sending/drive-campaign.ts'
import { drawCode } from './draw-code.ts'
import { planCampaign } from './prepare-campaign.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
let incident: Awaited<ReturnType<typeof anIncidentOfLists>>
beforeAll(async () => {
  platform = await testPlatform()
  await platform.db.query('alter table campaign disable trigger campaign_released_by_two')
})
afterAll(() => platform.close())
beforeEach(async () => {
  incident = await anIncidentOfLists(platform)
})

/** H holds K, a child: one message for both. */
const give = (...members: string[]) =>
  publishBareList(
    platform,
    incident.incidentId,
    Object.fromEntries(members.map((id) => [id, 'confirmed' as const])),
    { K: 'H' },
  )
async function begin(listVersionId: number): Promise<number> {
  const { incidentId } = incident
  const audience = { incidentId, reference: `essai-${incidentId}`, exercise: true, listVersionId }
  const { campaign } = await planCampaign(platform, preparationOf(audience as never), tocsin)
  await platform.db.query(`update campaign set state = 'sending', resumed_at = now() where id = $1`, [
    campaign.id,
  ])
  return campaign.id
}
const MINE = `id in (select p.delivery_id from delivery_person p join person w on w.id = p.person_id
  where w.incident_id = $1 and w.member_id = $2)`
const put = (member: string, state: string) =>
  platform.db.query(`update delivery set state = $3 where ${MINE}`, [incident.incidentId, member, state])
const statesOf = async (member: string) =>
  (
    await rows<{ text: string }>(
      platform.db,
      `select channel || ' ' || state as text from delivery where ${MINE} order by id`,
      [incident.incidentId, member],
    )
  ).map(({ text }) => text)
async function expectWhole() {
  const proof = await countProof(platform.db, incident.incidentId)
  expect(proof).toMatchObject({ lost: 0, told_twice: 0 })
  expect(proofHolds(proof)).toBe(true)
  return proof
}

it('what an attempt held while a list was published does not leave later, if it no longer suits the list', async () => {
  const campaignId = await begin(await give('A', 'B', 'H', 'K'))
  await put('A', 'attempting')
  await put('H', 'attempting')
  await give('B', 'K')
  // Neither was sent after all: the line broke, and both are due again.
  await put('A', 'planned')
  await put('H', 'planned')
  await driveCampaign(platform, campaignId)
  expect(await statesOf('A')).toEqual(['email cancelled'])
  expect(await statesOf('B')).toEqual(['email accepted'])
  expect(await statesOf('K')).toEqual(['email cancelled'])
  expect(await expectWhole()).toMatchObject({ concerned: 2, told: { email: 1 }, unplanned: 1 })
  const { open } = await oneRow<{ open: number }>(
    platform.db,
    `select count(*)::int as open from attempt where outcome is null`,
  )
  expect(open).toBe(0)
})

it('an e-mail given back after its reader left the list is followed by no letter; that of another reader is', async () => {
  const campaignId = await begin(await give('A', 'B'))
  await driveCampaign(platform, campaignId)
  await platform.db.query(
    `update addressee set address_lines = '{1 RUE X}', postcode = '69001', city = 'LYON' where list_version_id = $1`,
    [await give('B', 'C')],
  )
  const sent = await rows<{ id: number }>(
    platform.db,
    `update delivery set recipient = jsonb_set(recipient, '{postal}', $2) where campaign_id = $1 returning id`,
    [campaignId, JSON.stringify({ lines: ['1 RUE X'], postcode: '69001', city: 'LYON', country: 'FRANCE' })],
  )
  const at = platform.clock.now()
  await platform.db.transaction(async (tx) => {
    await tx.query(`update attempt set bounced_at = $2 where campaign_id = $1`, [campaignId, at])
    await tx.query(`update campaign set state = 'sending', finished_at = null where id = $1`, [campaignId])
    const step = { runId: null, reason: 'address_dead', detail: null, closes: 'bounced' as const, at }
    await moveToLetter(
      tx,
      sent.map(({ id }) => id),
      step,
    )
  })
  expect(await buildLetters(platform, campaignId)).toMatchObject({ letters: 1 })
  expect(await statesOf('A')).toEqual(['email bounced', 'letter cancelled'])
  expect(await statesOf('B')).toEqual(['email bounced', 'letter attempting'])
  await expectWhole()
})

it('a letter that follows another one leaves for the address of the list in force, and for no older one', async () => {
  const campaignId = await begin(await give('A', 'B'))
  await driveCampaign(platform, campaignId)
  await platform.db.query(
    `update addressee set email = null, address_lines = '{2 RUE NEUVE}', postcode = '69001', city = 'LYON' where list_version_id = $1`,
    [await give('A', 'B')],
  )
  const postal = (line: string) => ({ lines: [line], postcode: '69001', city: 'LYON', country: 'FRANCE' })
  await platform.db.transaction(async (tx) => {
    await tx.query(`update campaign set state = 'sending', finished_at = null where id = $1`, [campaignId])
    for (const [member, line] of [
      ['A', '2 RUE NEUVE'],
      ['B', '1 RUE VIEILLE'],
    ] as const) {
      const { id, recipient } = await oneRow<{ id: number; recipient: Recipient }>(
        tx,
        `update delivery set state = 'bounced' where ${MINE} returning id, recipient`,
        [incident.incidentId, member],
      )
      await endLive(tx, [id])
      const persons = [recipient.personId]
      const to = { channel: 'letter', recipient: { ...recipient, postal: postal(line) }, persons } as const
      const next = { ...to, follows: id, domain: null, code: drawCode(), messageId: () => null }
      await planNext(tx, next, platform.clock.now())
    }
  })
  expect(await buildLetters(platform, campaignId)).toMatchObject({ letters: 1 })
  expect(await statesOf('A')).toEqual(['email bounced', 'letter attempting'])
  expect(await statesOf('B')).toEqual(['email bounced', 'letter cancelled'])
  expect(await lettersOffTheList(platform.db, incident.incidentId)).toEqual([])
  // Its address becomes secret before the batch is handed over.
  await platform.db.query(
    `update addressee set email = 'a@courriel.example', address_lines = null, postcode = null, city = null where list_version_id = $1`,
    [await give('A', 'B')],
  )
  expect(await lettersOffTheList(platform.db, incident.incidentId)).toMatchObject([{ letters: 1 }])
})
