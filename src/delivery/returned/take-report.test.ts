import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aSendingCampaign, operator } from '../../../test/support/campaign.ts'
import { testPlatform } from '../../../test/support/database.ts'
import { fieldsOf, report } from '../../../test/support/returned-mail.ts'
import { campaignById } from '../campaign-store.ts'
import { proofHolds } from '../model.ts'
import { pauseAfterRestore, resumeCampaign } from '../pause-campaign.ts'
import { deliveryHistory } from '../proof/history-store.ts'
import { countProof } from '../proof/prove.ts'
import { markDots } from '../sending/ledger-store.ts'
import { closeRun, openRun } from '../sending/run.ts'
import { settleAttempts } from '../sending/settle-attempts.ts'
import type { Outcome } from '../smtp/classify.ts'
import { readMaildir } from './read-maildir.ts'
import { readReturnedMail } from './returned-job.ts'
import { readReturned, takeReport } from './take-report.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
beforeAll(async () => {
  platform = await testPlatform()
})
afterAll(() => platform.close())

let campaignId: number
let incidentId: string
let concerned: number
beforeEach(() => begin())

async function begin(adults = 4, options = {}) {
  const { campaign, audience } = await aSendingCampaign(platform, {
    adults,
    deceased: 0,
    heldForReview: 0,
    ...options,
  })
  campaignId = campaign.id
  incidentId = audience.incidentId
  concerned = audience.concerned
}

/** Hands over whatever is due, each with the next of `outcomes`; then the clock goes on an hour. */
async function send(outcomes: Outcome[] = []): Promise<void> {
  const run = await openRun(platform, await campaignById(platform.db, campaignId), 50)
  for (const [index, claimed] of run.claimed.entries()) {
    await markDots(platform.db, [claimed.attemptId], platform.clock.now())
    const handOver = { outcome: outcomes[index] ?? 'accepted', phase: 'dot' as const, reply: undefined }
    await platform.db.transaction((tx) =>
      settleAttempts(tx, run.id, [{ claimed, handOver }], platform.clock.now()),
    )
  }
  await closeRun(platform, run)
  later(1)
}

function later(hours: number): void {
  platform.clock.set(platform.clock.now().add({ hours }).toString())
}

const deliveries = async () =>
  (
    await platform.db.query<{
      id: number
      state: string
      channel: string
      messageId: string
      personId: number
      email: string
      reason: string
    }>(
      `select id, state, channel, message_id as "messageId", person_id as "personId", recipient ->> 'email' as email, reason
         from delivery where campaign_id = $1 order by id`,
      [campaignId],
    )
  ).rows

const states = async () => (await deliveries()).map(({ channel, state }) => `${channel} ${state}`).sort()

/** A report about a message of ours, dated now; `n` tells two reports of the same thing apart. */
function returned(
  messageId: string,
  status: string,
  { diagnostic = '', action = 'failed', n = 0, to = 'x@poste.example' } = {},
): Buffer {
  const now = platform.clock.now().toZonedDateTimeISO('UTC')
  const month = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][
    now.month - 1
  ]
  const date = `${now.day} ${month} ${now.year} ${now.toPlainTime().toString({ smallestUnit: 'second' })} +0000`
  return report({
    headers: [`Delivered-To: b+${messageId}`, `Date: ${date}`, `X-Number: ${n}`],
    fields: fieldsOf(to, status, diagnostic, action),
  })
}

async function take(bytes: Buffer): Promise<void> {
  await takeReport(platform, await readReturned('maildir', bytes))
}

async function expectWhole(): Promise<void> {
  const proof = await countProof(platform.db, incidentId)
  expect(proof).toMatchObject({ concerned, lost: 0, told_twice: 0 })
  expect(proofHolds(proof)).toBe(true)
}

const SPAM = { diagnostic: '554 5.7.1 Client host blocked using zen.spamhaus.org' }

test('a dead address becomes a letter, once, whoever reports it again', async () => {
  await send()
  const [first] = await deliveries()
  const message = returned(first!.messageId, '5.1.1')
  await Promise.all([take(message), take(message), take(returned(first!.messageId, '5.1.1', { n: 1 }))])
  await take(returned(first!.messageId, '5.2.2', { n: 2 }))
  expect(await states()).toEqual([
    'email accepted',
    'email accepted',
    'email accepted',
    'email bounced',
    'letter planned',
  ])
  await expectWhole()
  const events = (await deliveryHistory(platform.db, first!.personId)).flatMap((line) =>
    line.events.map(({ kind }) => kind),
  )
  expect(events).toEqual(['accepted', 'bounced', 'planned_letter'])
})

test('without a postal address the person cannot be told, and that is said', async () => {
  await begin(2, { withoutPostalEvery: 1 })
  await send()
  await take(returned((await deliveries())[0]!.messageId, '5.1.1'))
  expect((await countProof(platform.db, incidentId)).cannot_be_told).toEqual({ email_refused_no_postal: 1 })
  await expectWhole()
})

test('a full mailbox is written to again with the same Message-ID, then by letter', async () => {
  await send()
  const { id, messageId } = (await deliveries())[0]!
  for (let time = 1; time <= 3; time += 1) {
    await take(returned(messageId, '5.2.2', { n: time }))
    // The relay's webhook and its message both tell: the second one is about the same attempt.
    await take(returned(messageId, '5.2.2', { n: time + 10 }))
    await expectWhole()
    if (time < 3)
      expect((await deliveries()).find((one) => one.id === id)).toMatchObject({ state: 'planned', messageId })
    later(200)
    await send()
  }
  expect(await states()).toContain('letter planned')
  await expectWhole()
})

test('a report of an earlier attempt says nothing of a later one', async () => {
  await send()
  const { id, messageId } = (await deliveries())[0]!
  const early = returned(messageId, '5.2.2', { n: 1 })
  const twin = returned(messageId, '5.2.2', { n: 2 })
  await take(early)
  later(200)
  await send()
  await take(twin)
  expect((await deliveries()).find((one) => one.id === id)?.state).toBe('accepted')
})

test('a refusal about us keeps the message, pauses, and sends no letter', async () => {
  await begin(6)
  await send()
  for (const { messageId } of await deliveries()) await take(returned(messageId, '5.7.1', SPAM))
  expect(await states()).toEqual(Array(6).fill('email planned'))
  expect(await campaignById(platform.db, campaignId)).toMatchObject({
    state: 'paused',
    pauseReason: 'sender_refused',
  })
  await expectWhole()
})

test('a finished campaign opens again for a letter, and only paused for a refusal about us', async () => {
  await send()
  const [first, second] = await deliveries()
  const finish = () => platform.db.query(`update campaign set state = 'finished' where id = $1`, [campaignId])
  await finish()
  await take(returned(first!.messageId, '5.1.1'))
  expect((await campaignById(platform.db, campaignId)).state).toBe('sending')
  await finish()
  await take(returned(second!.messageId, '5.7.1', SPAM))
  expect(await campaignById(platform.db, campaignId)).toMatchObject({
    state: 'paused',
    pauseReason: 'sender_refused',
  })
})

test('a message held without an answer is settled by its return; one that a letter replaced is not', async () => {
  await send(['unknown', 'unknown'])
  const [first, second] = await deliveries()
  await take(returned(first!.messageId, '5.1.1'))
  await platform.db.query(`update delivery set state = 'cancelled' where id = $1`, [second!.id])
  await take(returned(second!.messageId, '5.1.1'))
  expect(await states()).toEqual([
    'email accepted',
    'email accepted',
    'email bounced',
    'email cancelled',
    'letter planned',
  ])
})

test('delays, receipts and complaints change nothing', async () => {
  await send()
  const [first] = await deliveries()
  await take(returned(first!.messageId, '4.4.1', { action: 'delayed' }))
  await take(returned(first!.messageId, '2.0.0', { action: 'delivered' }))
  expect((await deliveries())[0]?.state).toBe('accepted')
  const kinds = (await deliveryHistory(platform.db, first!.personId)).flatMap(({ events }) =>
    events.map(({ kind }) => kind),
  )
  expect(kinds).toEqual(['accepted', 'report_delayed', 'report_delivered'])
})

test('what names none of our messages is kept for a person and applied to nobody', async () => {
  await send()
  const [first] = await deliveries()
  await take(returned(`${'d1-'.padEnd(23, '0')}@aubiers.example`, '5.1.1', { to: first!.email }))
  const { rows } = await platform.db.query(
    `select state, suggested_id as suggested, masked, said from bounce_report where state = 'unmatched' order by id desc limit 1`,
  )
  expect(rows[0]).toMatchObject({ state: 'unmatched', suggested: first!.id })
  expect(JSON.stringify(rows[0])).not.toContain(first!.email)
  expect((await deliveries()).map(({ state }) => state)).toEqual(Array(4).fill('accepted'))
})

test('what comes back after the purge is noted without a word of it', async () => {
  await send()
  const [first] = await deliveries()
  await platform.db.query(`update delivery set recipient = null where campaign_id = $1`, [campaignId])
  await take(returned(first!.messageId, '5.1.1', { diagnostic: '550 5.1.1 Lea Martin unknown' }))
  const { rows } = await platform.db.query(
    `select said, masked, effect from bounce_report where delivery_id = $1`,
    [first!.id],
  )
  expect(rows).toEqual([{ said: null, masked: null, effect: 'too_late' }])
  expect(await states()).toEqual(Array(4).fill('email accepted'))
})

test('what comes back while the purge is carried out opens no campaign again and keeps no word', async () => {
  await send()
  const [first] = await deliveries()
  await platform.db.query(
    `insert into purge (id, incident_id, state, plan, asked_by, asked_by_name, asked_at, confirmed_by, confirmed_by_name, confirmed_at)
     values (gen_random_uuid(), $1, 'running', '{}', 'a', 'A', now(), 'b', 'B', now())`,
    [incidentId],
  )
  await take(returned(first!.messageId, '5.1.1', { diagnostic: '550 5.1.1 Lea Martin unknown' }))
  const { rows } = await platform.db.query(
    `select said, masked, effect from bounce_report where delivery_id = $1`,
    [first!.id],
  )
  expect(rows).toEqual([{ said: null, masked: null, effect: 'too_late' }])
  expect(await states()).toEqual(Array(4).fill('email accepted'))
})

test('a report that outruns its delivery waits for the sender to finish', async () => {
  const run = await openRun(platform, await campaignById(platform.db, campaignId), 50)
  const [claimed] = run.claimed
  await take(returned(claimed!.messageId, '5.1.1'))
  const handOver = { outcome: 'accepted' as const, phase: 'dot' as const, reply: undefined }
  await markDots(
    platform.db,
    run.claimed.map(({ attemptId }) => attemptId),
    platform.clock.now(),
  )
  const settled = run.claimed.map((one) => ({ claimed: one, handOver }))
  await platform.db.transaction((tx) => settleAttempts(tx, run.id, settled, platform.clock.now()))
  await closeRun(platform, run)
  await readReturnedMail(platform, new AbortController().signal)
  expect(await states()).toContain('letter planned')
  await expectWhole()
})

test('a Maildir is read once: new goes to cur after the commit, and a message put back is recognised', async () => {
  await send()
  const [first] = await deliveries()
  const folder = join(platform.config.home, 'maildir')
  for (const name of ['new', 'cur', 'tmp']) mkdirSync(join(folder, name), { recursive: true })
  const put = (name: string) => writeFileSync(join(folder, 'new', name), returned(first!.messageId, '5.1.1'))
  const { signal } = new AbortController()
  put('1')
  expect(await readMaildir(platform, folder, signal)).toBe(1)
  put('2')
  expect(await readMaildir(platform, folder, signal)).toBe(0)
  expect([readdirSync(join(folder, 'new')), readdirSync(join(folder, 'cur')).length]).toEqual([[], 2])
  expect((await states()).filter((state) => state === 'letter planned')).toHaveLength(1)
})

test('no order and no repetition of reports loses a person or tells one twice', async () => {
  const step = fc.record({
    who: fc.nat(3),
    status: fc.constantFrom('5.1.1', '5.2.2', '5.7.1', '4.4.1'),
    action: fc.constantFrom('failed', 'failed', 'delayed', 'delivered'),
    times: fc.integer({ min: 1, max: 3 }),
    together: fc.boolean(),
    outcomes: fc.array(fc.constantFrom<Outcome>('accepted', 'unknown', 'retry', 'address_dead'), {
      maxLength: 4,
    }),
  })
  let n = 100
  const next = () => {
    n += 1
    return n
  }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
      await begin()
      await send()
      const ours = await deliveries()
      for (const { who, status, action, times, together, outcomes } of steps) {
        const { messageId } = ours[who]!
        const reports = Array.from({ length: times }, () =>
          returned(messageId, status, { action, n: next() }),
        )
        if (together) await Promise.all([...reports, ...reports].map(take))
        else for (const one of reports) await take(one)
        await expectWhole()
        later(30)
        await send(outcomes)
      }
      await expectWhole()
      const { rows } = await platform.db.query(
        `select p.person_id from delivery_person p where p.campaign_id = $1 and p.live group by 1 having count(*) > 1`,
        [campaignId],
      )
      expect(rows).toEqual([])
    }),
    { numRuns: 8 },
  )
})

test('after a restore, a report of a message that left after the backup waits for who says what left, then counts', async () => {
  await platform.db.query(`update campaign set state = 'finished' where state = 'sending' and id <> $1`, [
    campaignId,
  ])
  await platform.db.transaction((tx) => pauseAfterRestore(tx, platform.clock))
  const [first] = await deliveries()
  await take(returned(first!.messageId, '5.1.1'))
  await expect(resumeCampaign(platform, campaignId, operator, 'nothing_left')).rejects.toMatchObject({
    code: 'delivery.somethingLeft',
  })
  await resumeCampaign(platform, campaignId, operator, 'not_known')
  await readReturnedMail(platform, new AbortController().signal)
  expect(await states()).toEqual(['email bounced', ...Array(3).fill('email unknown'), 'letter planned'])
  await expectWhole()
})

test('a letter after an e-mail covers whom the e-mail covered when it came back, and nobody taken out of it before', async () => {
  await send()
  const { rows } = await platform.db.query<{ id: number; person: number }>(
    `select d.id, max(p.person_id) as person from delivery d join delivery_person p on p.delivery_id = d.id
      where d.campaign_id = $1 group by d.id having count(*) > 1 limit 1`,
    [campaignId],
  )
  const both = rows[0]!
  await platform.db.query(
    `update delivery_person set live = false where delivery_id = $1 and person_id = $2`,
    [both.id, both.person],
  )
  const message = (await deliveries()).find(({ id }) => id === both.id)!
  await take(returned(message.messageId, '5.1.1'))
  const { rows: live } = await platform.db.query(
    `select p.person_id from delivery_person p join delivery d on d.id = p.delivery_id where d.follows = $1 and p.person_id = $2`,
    [both.id, both.person],
  )
  expect(live).toEqual([])
})
