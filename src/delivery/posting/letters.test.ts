import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aNewerList } from '../../../test/support/audience.ts'
import { aSendingCampaign, operator } from '../../../test/support/campaign.ts'
import { testPlatform } from '../../../test/support/database.ts'
import { campaignById } from '../campaign-store.ts'
import { builtInProfile } from '../letters/index.ts'
import { proofHolds } from '../model.ts'
import { countProof } from '../proof/index.ts'
import { driveCampaign } from '../sending/drive-campaign.ts'
import { buildLetters } from './build-letters.ts'
import { chooseProfile } from './choose-profile.ts'
import { letterBatches, refuseLetters } from './letter-store.ts'
import { postLetters } from './post-letters.ts'
import { rebuildBatch } from './rebuild-batch.ts'
import { takeBackBatch } from './withdraw-batch.ts'
import { lettersOffTheList } from './withdrawal-store.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
beforeEach(async () => {
  platform = await testPlatform()
})
afterEach(() => platform.close())

test('letters are set in batches, and told only once deposited', async () => {
  const { campaign, audience } = await aSendingCampaign(platform, { adults: 12, withoutEmailEvery: 2 })
  await driveCampaign(platform, campaign.id)
  expect(await buildLetters(platform, campaign.id)).toEqual({ batches: 1, letters: 6 })
  const [batch] = await letterBatches(platform.db, campaign.id)
  expect(batch).toMatchObject({ state: 'built', letters: 6, reference: `${campaign.reference}-L001` })
  expect(await readdir(join(platform.home.store, 'letters', campaign.reference))).toHaveLength(2)
  expect(await countProof(platform.db, audience.incidentId)).toMatchObject({
    told: { letter: 0 },
    in_progress: 9,
  })
  await expect(postLetters(platform, { campaignId: campaign.id }, operator)).rejects.toThrow('receiptNeeded')
  expect(
    await postLetters(platform, { campaignId: campaign.id, receipt: '26-0608-01' }, operator),
  ).toMatchObject({ letters: 6, persons: 9 })
  const proof = await countProof(platform.db, audience.incidentId)
  expect(proof).toMatchObject({
    told: { email: 6, letter: 9 },
    messages: { email: 6, letter: 6 },
    in_progress: 0,
    lost: 0,
  })
  expect(proofHolds(proof)).toBe(true)
  expect(await campaignById(platform.db, campaign.id)).toMatchObject({ state: 'finished' })
})

test('a batch interrupted by a crash is built again to the same bytes', async () => {
  const { campaign } = await aSendingCampaign(platform, { adults: 4, withoutEmailEvery: 1 })
  await buildLetters(platform, campaign.id)
  const [before] = await letterBatches(platform.db, campaign.id)
  await platform.db.query(`update letter_batch set state = 'building', pdf_sha256 = null`)
  const folder = join(platform.home.store, 'letters', campaign.reference)
  await writeFile(join(folder, `${before?.reference}.pdf.${randomUUID()}.part`), 'half a fi')
  await buildLetters(platform, campaign.id)
  expect(await readdir(folder)).toHaveLength(2)
  const after = await letterBatches(platform.db, campaign.id)
  expect(after).toHaveLength(1)
  expect(after[0]?.pdfSha256).toBe(before?.pdfSha256)
})

test('a disk that takes no file leaves the batch to be set again, and no letter told', async () => {
  const { campaign, audience } = await aSendingCampaign(platform, { adults: 3, withoutEmailEvery: 1 })
  const folder = join(platform.home.store, 'letters', campaign.reference)
  await mkdir(join(platform.home.store, 'letters'), { recursive: true })
  await writeFile(folder, 'a file where the folder should be')
  await expect(buildLetters(platform, campaign.id)).rejects.toThrow()
  expect(await letterBatches(platform.db, campaign.id)).toMatchObject([
    { state: 'building', pdfSha256: null },
  ])
  await expect(
    postLetters(platform, { campaignId: campaign.id, receipt: '1' }, operator),
  ).resolves.toMatchObject({
    letters: 0,
  })
  await rm(folder)
  expect(await buildLetters(platform, campaign.id)).toEqual({ batches: 1, letters: 3 })
  expect(await countProof(platform.db, audience.incidentId)).toMatchObject({ told: { letter: 0 }, lost: 0 })
})

test('an address no envelope can carry is a reason, not a silence', async () => {
  const { campaign, audience } = await aSendingCampaign(platform, { adults: 3, withoutEmailEvery: 1 })
  await platform.db.query(
    `update delivery set recipient = jsonb_set(recipient, '{postal,lines}', '["SDF"]') where id = (select min(id) from delivery)`,
  )
  await buildLetters(platform, campaign.id)
  const proof = await countProof(platform.db, audience.incidentId)
  expect(proof.cannot_be_told).toEqual({ deceased: 2, unusable_address: 1 })
  expect(proofHolds(proof)).toBe(true)
})

test('letters that cannot be printed are refused with their reason; the rest of the batch is set', async () => {
  const { campaign, audience } = await aSendingCampaign(platform, { adults: 4, withoutEmailEvery: 1 })
  await platform.db.query(
    `update delivery set recipient = jsonb_set(recipient, '{covers,0,firstNames}', '"\u738b\u5c0f\u660e"') where id = (select min(id) from delivery)`,
  )
  await platform.db.query(
    `update delivery set recipient = jsonb_set(recipient, '{postal,lines}', jsonb_build_array('12 ' || repeat('W', 35)))
      where id = (select max(id) from delivery)`,
  )
  const report = await buildLetters(platform, campaign.id)
  const [batch] = await letterBatches(platform.db, campaign.id)
  expect(batch).toMatchObject({ state: 'built', letters: report.letters })
  const proof = await countProof(platform.db, audience.incidentId)
  expect(proof.cannot_be_told['unprintable_name']).toBe(1)
  expect(proofHolds(proof)).toBe(true)
  expect(proof.lost).toBe(0)
  const found = await platform.db.query(
    `select payload from journal_entry where kind = 'letters.refused' order by seq`,
  )
  expect(found.rows.map((row) => JSON.parse(String(row['payload'])).reason)).toContain('unprintable_name')
})

test('a batch of which nothing can be printed disappears, and the campaign ends', async () => {
  const { campaign, audience } = await aSendingCampaign(platform, { adults: 1, withoutEmailEvery: 1 })
  await platform.db.query(
    `update delivery set recipient = jsonb_set(recipient, '{covers,0,firstNames}', '"\u738b"')`,
  )
  expect(await buildLetters(platform, campaign.id)).toEqual({ batches: 0, letters: 0 })
  expect(await letterBatches(platform.db, campaign.id)).toEqual([])
  expect(await countProof(platform.db, audience.incidentId)).toMatchObject({
    cannot_be_told: { unprintable_name: 1 },
    lost: 0,
  })
  expect(await campaignById(platform.db, campaign.id)).toMatchObject({ state: 'finished' })
})

test('a crash after a refusal goes on with the letters that are left', async () => {
  const { campaign, audience } = await aSendingCampaign(platform, { adults: 4, withoutEmailEvery: 1 })
  await buildLetters(platform, campaign.id)
  const [batch] = await letterBatches(platform.db, campaign.id)
  await platform.db.query(`update letter_batch set state = 'building'`)
  const { rows } = await platform.db.query(
    `select min(id) as id from delivery where letter_batch_id is not null`,
  )
  const refuse = () =>
    refuseLetters(
      platform.db,
      campaign.id,
      [Number(rows[0]?.['id'])],
      'unprintable_name',
      platform.clock.now(),
    )
  expect([await refuse(), await refuse()]).toEqual([1, 0])
  expect(await buildLetters(platform, campaign.id)).toEqual({
    batches: 1,
    letters: (batch?.letters ?? 0) - 1,
  })
  expect(await letterBatches(platform.db, campaign.id)).toHaveLength(1)
  expect(proofHolds(await countProof(platform.db, audience.incidentId))).toBe(true)
})

test('two builders at once set each batch once', async () => {
  const { campaign } = await aSendingCampaign(platform, { adults: 12, withoutEmailEvery: 2 })
  const both = await Promise.all([1, 2].map(() => buildLetters(platform, campaign.id)))
  expect(both.map(({ letters }) => letters).sort()).toEqual([0, 6])
  const built = await platform.db.query(`select 1 from journal_entry where kind = 'letters.batch-built'`)
  expect(built.rowCount).toBe(1)
})

test('a batch is set again to the same bytes, and a spoilt file is put back', async () => {
  const { campaign } = await aSendingCampaign(platform, { adults: 4, withoutEmailEvery: 2 })
  await buildLetters(platform, campaign.id)
  const [batch] = await letterBatches(platform.db, campaign.id)
  const asked = { reference: batch?.reference ?? '', incidentId: campaign.incidentId }
  expect(await rebuildBatch(platform, asked)).toMatchObject({ pdfSha256: batch?.pdfSha256, restored: [] })
  await writeFile(join(platform.home.store, 'letters', batch?.pdfFile ?? ''), 'half a fi')
  expect(await rebuildBatch(platform, asked)).toMatchObject({ restored: ['pdf'] })
  expect(await rebuildBatch(platform, asked)).toMatchObject({ restored: [] })
  await platform.db.query(
    `update letter_batch set engine = jsonb_set(engine, '{fonts}', '"other"'), pdf_sha256 = $1`,
    ['0'.repeat(64)],
  )
  await expect(rebuildBatch(platform, asked)).rejects.toMatchObject({
    code: 'delivery.rebuildDiffers',
    params: { changed: ['fonts'] },
  })
})

test('a batch taken back before it leaves is set again in the profile now chosen, each letter in one live batch', async () => {
  const { campaign, audience } = await aSendingCampaign(platform, { adults: 6, withoutEmailEvery: 2 })
  await buildLetters(platform, campaign.id)
  const [first] = await letterBatches(platform.db, campaign.id)
  await chooseProfile(platform, campaign, builtInProfile('dl-droite-recto-verso'), operator)
  const asked = { reference: first?.reference ?? '', incidentId: campaign.incidentId }
  expect(await takeBackBatch(platform, asked, operator)).toMatchObject({ plannedAgain: 3, cancelled: 0 })
  await buildLetters(platform, campaign.id)
  const [old, next] = await letterBatches(platform.db, campaign.id)
  expect(old).toMatchObject({ state: 'withdrawn' })
  expect(next).toMatchObject({ state: 'built', letters: 3, profile: { duplex: true } })
  expect(await readdir(join(platform.home.store, 'letters', campaign.reference))).toHaveLength(2)
  await postLetters(platform, { campaignId: campaign.id, receipt: '26-1' }, operator)
  await expect(
    takeBackBatch(platform, { ...asked, reference: next?.reference ?? '' }, operator),
  ).rejects.toThrow('batchLeft')
  const proof = await countProof(platform.db, audience.incidentId)
  expect(proof).toMatchObject({ lost: 0, told_twice: 0 })
  expect(proofHolds(proof)).toBe(true)
})

test('a letter set for somebody who left the list since is shown, and cancelled when its batch is taken back', async () => {
  const { campaign, audience } = await aSendingCampaign(platform, { adults: 5, withoutEmailEvery: 1 })
  await buildLetters(platform, campaign.id)
  expect(await lettersOffTheList(platform.db, audience.incidentId)).toEqual([])
  await aNewerList(platform.db, audience, { leave: 1 })
  const [batch] = await letterBatches(platform.db, campaign.id)
  expect(await lettersOffTheList(platform.db, audience.incidentId)).toEqual([
    { batchId: batch?.id, letters: 1 },
  ])
  const asked = { reference: batch?.reference ?? '', incidentId: audience.incidentId }
  expect(await takeBackBatch(platform, asked, operator)).toMatchObject({ cancelled: 1, plannedAgain: 4 })
  await buildLetters(platform, campaign.id)
  await postLetters(platform, { campaignId: campaign.id, receipt: '26-1' }, operator)
  const proof = await countProof(platform.db, audience.incidentId)
  expect(proof).toMatchObject({ lost: 0, told_twice: 0, messages: { letter: 4 } })
  expect(proofHolds(proof)).toBe(true)
})
