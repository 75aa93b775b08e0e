import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aSendingCampaign, operator } from '../../../test/support/campaign.ts'
import { testPlatform } from '../../../test/support/database.ts'
import { imapStub } from '../../../test/support/imap-stub.ts'
import { fieldsOf, report } from '../../../test/support/returned-mail.ts'
import { deskApplication } from '../../app.ts'
import { driveCampaign } from '../sending/drive-campaign.ts'
import { makeHookToken, revokeToken } from './hook-token.ts'
import { hookTokens, intakeStates } from './intake-store.ts'
import { readMailbox } from './mailbox.ts'
import { readImap } from './read-imap.ts'
import { readMaildir } from './read-maildir.ts'
import { readReturnedMail } from './returned-job.ts'
import { ignoreReport, linkReport } from './settle-report.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
let campaignId: number
let incidentId: string
let messages: { id: number; messageId: string; email: string }[]
const { signal } = new AbortController()

beforeAll(async () => {
  platform = await testPlatform()
  const { campaign, audience } = await aSendingCampaign(platform, {
    adults: 6,
    deceased: 0,
    heldForReview: 0,
  })
  campaignId = campaign.id
  incidentId = audience.incidentId
  await driveCampaign(platform, campaignId)
  const { rows } = await platform.db.query<(typeof messages)[number]>(
    `select id, message_id as "messageId", recipient ->> 'email' as email from delivery where campaign_id = $1 order by id`,
    [campaignId],
  )
  messages = rows
})
afterAll(() => platform.close())

const stateOf = async (id: number) =>
  (await platform.db.query<{ state: string }>(`select state from delivery where id = $1`, [id])).rows[0]
    ?.state

function dead(index: number, headers: string[] = []): Buffer {
  const { messageId, email } = messages[index]!
  return report({ headers: [`Delivered-To: b+${messageId}`, ...headers], fields: fieldsOf(email, '5.1.1') })
}

test('a mailbox is read from where the last reading stopped; another UIDVALIDITY is read whole and changes nothing', async () => {
  const stub = await imapStub()
  const mailbox = readMailbox(`imap://bounce:secret@127.0.0.1:${stub.port}/INBOX`, true)
  try {
    stub.messages.set(3, dead(0))
    stub.messages.set(4, Buffer.from('From: ami@poste.example\r\nSubject: Bonjour\r\n\r\nMerci.'))
    expect(await readImap(platform, mailbox, signal)).toBe(2)
    expect([await stateOf(messages[0]!.id), [...stub.seen]]).toEqual(['bounced', [3, 4]])
    expect(await readImap(platform, mailbox, signal)).toBe(0)
    stub.messages.set(5, dead(1))
    expect(await readImap(platform, mailbox, signal)).toBe(1)
    stub.uidValidity = 8
    expect(await readImap(platform, mailbox, signal)).toBe(0)
    expect(await stateOf(messages[1]!.id)).toBe('bounced')
  } finally {
    await stub.close()
  }
})

test('a message that holds what the database refuses stops no other, and a folder or a link is no message', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-maildir-'))
  try {
    for (const name of ['new', 'cur', 'new/0']) mkdirSync(join(folder, name))
    symlinkSync('/etc/hostname', join(folder, 'new', '1'))
    const words = Buffer.from('550 5.1.1 inconnu\0: le\0a@poste.example').toString('base64')
    const odd = ['From: MAILER-DAEMON@x.example', 'Date: 1 Jan 0000 00:00:00 +0000', 'Subject: Undelivered']
    const poison = [...odd, 'Content-Transfer-Encoding: base64', '', words].join('\r\n')
    writeFileSync(join(folder, 'new', '2'), poison)
    writeFileSync(join(folder, 'new', '3'), 'From: ami@poste.example\r\nSubject: Bonjour\r\n\r\nBien reçu.')
    expect(await readMaildir(platform, folder, signal)).toBe(2)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a mailbox that cannot be reached is said, and breaks nothing else', async () => {
  const config = { ...platform.config, bounceImapUrl: 'imap://bounce:secret@127.0.0.1:1/INBOX' }
  expect(await readReturnedMail({ ...platform, config }, signal)).toBe(false)
  const [imap] = await intakeStates(platform.db)
  expect(imap?.failure).toMatch(/^[A-Z]+$/)
  expect(() => readMailbox('imaps://bounce:secret@mail.example/INBOX', true)).toThrow(
    'bounce.mailboxElsewhere',
  )
  expect(readMailbox('imap://a:b@mail.example', false)).toMatchObject({
    tls: 'starttls',
    port: 143,
    folder: 'INBOX',
  })
})

test('the hook takes messages and events from who shows a token, and from nobody else', async () => {
  const app = new Hono().route('/', deskApplication(platform) as never)
  const token = await makeHookToken(platform, 'Relais', operator)
  const call = (body: string | Buffer, type: string, authorization = `Bearer ${token}`, host = 'localhost') =>
    app.request('http://localhost/hooks/bounces', {
      method: 'POST',
      headers: { 'content-type': type, authorization, host },
      body: new Uint8Array(Buffer.from(body)),
    })
  const json = (events: object[]) => call(JSON.stringify({ events }), 'application/json')

  expect((await call(dead(2), 'message/rfc822', 'Bearer tocb_of-nobody')).status).toBe(401)
  expect((await call(dead(2), 'message/rfc822', '')).status).toBe(401)
  expect((await call(dead(2), 'message/rfc822', `Bearer ${token}`, 'elsewhere.example')).status).not.toBe(202)
  expect(await stateOf(messages[2]!.id)).toBe('accepted')

  const taken = await call(dead(2), 'message/rfc822')
  expect([taken.status, await taken.json()]).toEqual([202, { taken: 1, new: 1 }])
  expect(await (await call(dead(2), 'message/rfc822')).json()).toEqual({ taken: 1, new: 0 })
  expect(await stateOf(messages[2]!.id)).toBe('bounced')

  const event = {
    event: 'failed',
    return_path: `b+${messages[3]!.messageId}`,
    diagnostic: '550 5.1.1 User unknown',
    status: '5.1.1',
  }
  expect(
    await (
      await json([event, event, { event: 'complained', message_id: `<${messages[4]!.messageId}>` }])
    ).json(),
  ).toEqual({ taken: 3, new: 2 })
  expect([await stateOf(messages[3]!.id), await stateOf(messages[4]!.id)]).toEqual(['bounced', 'accepted'])

  const odd = {
    ...event,
    at: '0000-01-01T00:00:00.1234567890Z',
    diagnostic: '550\0',
    recipient: 'a\0b@c.example',
  }
  expect((await json([{ ...odd, return_path: 'b+nobody@x.example' }])).status).toBe(202)
  for (let n = 0; n < 40; n++) await call(dead(2), 'message/rfc822', 'Bearer tocb_of-nobody')
  expect((await json([event])).status).toBe(202)
  platform.clock.set(platform.clock.now().add({ minutes: 1 }).toString())

  expect((await json([{ event: 'lost' }])).status).toBe(422)
  expect((await call('x', 'text/plain')).status).toBe(422)
  expect((await call('a'.repeat(1.1e6), 'application/json')).status).toBe(413)
  const [made] = await hookTokens(platform.db)
  await revokeToken(platform, made!.id, operator)
  expect((await json([event])).status).toBe(401)
  const { rows } = await platform.db.query(`select token_sha256 from bounce_hook_token`)
  expect(JSON.stringify(rows)).not.toContain(token)
})

test('a person links an unmatched report to a delivery of the incident, or sets it aside with a reason', async () => {
  const stray = (n: number) =>
    report({ headers: [`X-Number: ${n}`], fields: fieldsOf(messages[5]!.email, '5.1.1') })
  const { readReturned, takeReport } = await import('./take-report.ts')
  for (const n of [1, 2]) await takeReport(platform, await readReturned('maildir', stray(n)))
  const { rows } = await platform.db.query<{ id: number; suggested: number }>(
    `select id, suggested_id as suggested from bounce_report where state = 'unmatched' order by id desc limit 2`,
  )
  const [second, first] = rows
  expect([first!.suggested, await stateOf(messages[5]!.id)]).toEqual([messages[5]!.id, 'accepted'])
  const wrong = linkReport(
    platform,
    incidentId,
    first!.id,
    { messageId: 'd1-00000000000000000000@x.example' },
    operator,
  )
  await expect(wrong).rejects.toThrow('returned.noSuchMessage')
  await expect(ignoreReport(platform, incidentId, second!.id, ' ', operator)).rejects.toThrow(
    'returned.saidWhy',
  )
  await expect(
    ignoreReport(platform, incidentId, second!.id, '2 69 05 49 588 157 80', operator),
  ).rejects.toThrow('returned.nationalId')
  await linkReport(platform, incidentId, first!.id, { messageId: `<${messages[5]!.messageId}>` }, operator)
  await ignoreReport(platform, incidentId, second!.id, 'en double', operator)
  expect(await stateOf(messages[5]!.id)).toBe('bounced')
  await expect(ignoreReport(platform, incidentId, second!.id, 'encore', operator)).rejects.toThrow(
    'returned.alreadySettled',
  )
})
