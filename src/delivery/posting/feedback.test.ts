import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aSendingCampaign, operator } from '../../../test/support/campaign.ts'
import { testPlatform } from '../../../test/support/database.ts'
import { campaignById } from '../campaign-store.ts'
import { moveToLetter } from '../ladder-store.ts'
import { proofHolds } from '../model.ts'
import { countProof } from '../proof/index.ts'
import { driveCampaign } from '../sending/drive-campaign.ts'
import { applyFeedback, reportReturn } from './apply-feedback.ts'
import { buildLetters } from './build-letters.ts'
import { mendAddress } from './mend-address.ts'
import { postLetters } from './post-letters.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
beforeEach(async () => {
  platform = await testPlatform()
})
afterEach(() => platform.close())

interface Letter {
  readonly id: number
  readonly code: string
  readonly state: string
  readonly channel: string
  readonly follows: number | null
}

const letters = async () =>
  (await platform.db.query(`select id, code, state, channel, follows from delivery order by id`))
    .rows as unknown as Letter[]
const csv = (...lines: string[]) =>
  Buffer.from(['letter_id;code;posted_on;returned_on;reason', ...lines].join('\n'))
const today = () => platform.clock.now().toZonedDateTimeISO('Europe/Paris').toPlainDate().toString()

/** Letters handed over: one for each of some adults and their children, none by e-mail. */
async function posted(adults = 6) {
  const { campaign, audience } = await aSendingCampaign(platform, {
    adults,
    withoutEmailEvery: 1,
    deceased: 0,
  })
  await buildLetters(platform, campaign.id)
  await postLetters(platform, { campaignId: campaign.id, receipt: '26-1' }, operator)
  const asked = { incidentId: audience.incidentId }
  const proof = async () => {
    const counted = await countProof(platform.db, audience.incidentId)
    expect(counted).toMatchObject({ lost: 0, told_twice: 0 })
    expect(proofHolds(counted)).toBe(true)
    return counted
  }
  return { campaign, asked, proof, list: audience.listVersionId }
}

test('each row of a file has one verdict, and the same file changes nothing twice', async () => {
  const { asked, proof } = await posted()
  const [one, two, three] = await letters()
  const before = await proof()
  const file = csv(
    `${one!.id};;${today()};;`,
    `;${two!.code};;${today()};NPAI`,
    `;${two!.code};;${today()};NPAI`,
    `${three!.id};;${today()};;`,
    `${three!.id};;2020-01-01;;`,
    `999999;;${today()};;`,
    `${one!.id};ZZZZ-ZZZZ;${today()};;`,
    `${one!.id};;;;`,
  )
  const dry = await applyFeedback(platform, file, { ...asked, dryRun: true }, operator)
  expect(await proof()).toEqual(before)
  const first = await applyFeedback(platform, file, asked, operator)
  expect(first).toEqual(dry)
  expect(first).toMatchObject({
    rows: 8,
    applied: 3,
    known: 1,
    unknownLetter: 2,
    contradictory: 1,
    unreadable: 1,
  })
  expect(first.toLookAt.map(({ line }) => line)).toEqual([6, 7, 8, 9])
  const { applied, known, posted: left, returned } = await applyFeedback(platform, file, asked, operator)
  expect({ applied, known, left, returned }).toEqual({ applied: 0, known: 4, left: 0, returned: 0 })
  expect((await proof()).cannot_be_told['letter_returned']).toBeGreaterThan(0)
})

test('a letter that came back climbs to an e-mail never tried, then to another address, then to the public', async () => {
  const { campaign, asked, proof, list } = await posted()
  const [byMail, byPost, nowhere, died] = await letters()
  const listed = (change: string, id: number) =>
    platform.db.query(
      `update addressee set ${change} where list_version_id = $1 and person_id = (select person_id from delivery where id = $2)`,
      [list, id],
    )
  await listed(`email = 'other@courrier.example'`, byMail!.id)
  await listed(`email = 'other@courrier.example'`, died!.id)
  await listed(
    `address_lines = '{12 RUE NEUVE}', postcode = '69001', city = 'Lyon', country = ''`,
    byPost!.id,
  )
  const back = (letter: Letter, reason: string) => `${letter.id};;;${today()};${reason}`
  const file = csv(
    back(byMail!, 'pli refusé'),
    back(byPost!, 'NPAI'),
    back(nowhere!, 'non réclamé'),
    back(died!, 'décédé'),
  )
  const report = await applyFeedback(platform, file, asked, operator)
  expect(report).toMatchObject({ applied: 4, returned: 4, next: { email: 1, letter: 1 } })
  expect(await campaignById(platform.db, campaign.id)).toMatchObject({ state: 'sending' })
  await proof()
  await driveCampaign(platform, campaign.id)
  await buildLetters(platform, campaign.id)
  const after = await letters()
  expect(after.filter(({ follows }) => follows !== null)).toMatchObject([
    { channel: 'email', state: 'accepted', follows: byMail!.id },
    { channel: 'letter', state: 'attempting', follows: byPost!.id },
  ])
  // The old code, scanned again, leaves the new letter alone; the new one coming back has nowhere left to go.
  const again = {
    line: 0,
    letterId: undefined,
    posted: undefined,
    returned: { on: null, reason: 'other' },
  } as const
  const scan = (code: string) => reportReturn(platform, { ...again, code }, asked.incidentId, operator)
  expect((await scan(byPost!.code)).verdict).toMatchObject({ verdict: 'known' })
  const next = after.find(({ follows }) => follows === byPost!.id)
  expect(await scan(next!.code)).toMatchObject({
    verdict: { verdict: 'applied' },
    next: { email: 0, letter: 0 },
  })
  await proof()
  expect(await campaignById(platform.db, campaign.id)).toMatchObject({ state: 'finished' })
  // The e-mail that took over is given back in turn: nothing is left, and the reason says so.
  const email = after.find(({ channel }) => channel === 'email')
  const step = { runId: null, reason: 'address_dead', detail: null, at: platform.clock.now() }
  await platform.db.transaction(async (tx) => {
    await tx.query(`update attempt set bounced_at = $2 where delivery_id = $1`, [email!.id, step.at])
    return moveToLetter(tx, [email!.id], step)
  })
  expect((await proof()).told).toMatchObject({ email: 0 })
})

test('reports in any order, some twice, lose nobody and tell nobody twice', async () => {
  const { asked, proof, campaign } = await posted(4)
  const all = await letters()
  const row = fc.record({
    at: fc.nat(all.length - 1),
    says: fc.constantFrom('posted', 'returned', 'both'),
    byCode: fc.boolean(),
    reason: fc.constantFrom('NPAI', 'pli refusé', 'décédé', ''),
  })
  const line = ({
    at,
    says,
    byCode,
    reason,
  }: {
    at: number
    says: string
    byCode: boolean
    reason: string
  }) => {
    const { id, code } = all[at]!
    const [left, back] = [says !== 'returned' ? today() : '', says !== 'posted' ? today() : '']
    return `${byCode ? `;${code}` : `${id};`};${left};${back};${says === 'posted' ? '' : reason}`
  }
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
      const report = await applyFeedback(platform, csv(...rows.map(line)), asked, operator)
      const { applied, known, unknownLetter, contradictory, unreadable } = report
      expect(applied + known + unknownLetter + contradictory + unreadable).toBe(rows.length)
      await driveCampaign(platform, campaign.id)
      const { told, cannot_be_told } = await proof()
      const returned = (await letters()).filter(({ state }) => state === 'returned')
      expect(told.letter + (cannot_be_told['letter_returned'] ?? 0)).toBeGreaterThan(0)
      expect(Boolean(cannot_be_told['letter_returned'])).toBe(returned.length > 0)
    }),
    { numRuns: 12 },
  )
})

test('a person corrects an address that failed: one letter leaves again, and says who corrected it', async () => {
  const { campaign, asked, proof } = await posted(3)
  const [one, two] = await letters()
  await applyFeedback(platform, csv(`${one!.id};;;${today()};NPAI`), asked, operator)
  const by = { actor: operator, name: 'Odile Ferrand' }
  const postal = { lines: ['', '', '3 rue Neuve', ''], postcode: '69001', city: 'Lyon', country: '' }
  const mending = { incidentId: asked.incidentId, deliveryId: one!.id, postal, source: 'addressee' } as const
  const bad = { ...mending, postal: { ...postal, postcode: '690' } }
  await expect(mendAddress(platform, bad, by)).rejects.toMatchObject({ code: 'delivery.addressNotUsable' })
  const other = { ...mending, deliveryId: two!.id }
  await expect(mendAddress(platform, other, by)).rejects.toMatchObject({ code: 'delivery.nothingToMend' })
  const { deliveryId } = await mendAddress(platform, mending, by)
  await expect(mendAddress(platform, mending, by)).rejects.toMatchObject({ code: 'delivery.nothingToMend' })
  expect((await proof()).cannot_be_told['letter_returned']).toBeUndefined()
  await buildLetters(platform, campaign.id)
  await postLetters(platform, { campaignId: campaign.id, receipt: '26-2' }, operator)
  await applyFeedback(platform, csv(`${deliveryId};;;${today()};refusé`), asked, operator)
  expect((await proof()).cannot_be_told['letter_returned']).toBeGreaterThan(0)
})
