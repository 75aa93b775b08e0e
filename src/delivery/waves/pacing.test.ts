import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { staff } from '../../../test/support/audience.ts'
import {
  aCampaign,
  aSendingCampaign,
  operator,
  released,
  releasedByTwo,
} from '../../../test/support/campaign.ts'
import { testPlatform } from '../../../test/support/database.ts'
import { type Answer, aSink, type Sink } from '../../../test/support/sink.ts'
import { commands } from '../../cli/waves.ts'
import { Temporal } from '../../platform/clock.ts'
import { rows } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { campaignById } from '../campaign-store.ts'
import { pauseCampaign, resumeCampaign, sendCampaign } from '../pause-campaign.ts'
import { releaseCampaign } from '../release/release-campaign.ts'
import { driveCampaign } from '../sending/drive-campaign.ts'
import { decideWaves, delayWave, holdWave } from './decide-waves.ts'
import { pacedDomains } from './domain-store.ts'
import { judgeRefusals, resumeDomain } from './judge-refusals.ts'
import { wavesOf } from './pacing-store.ts'
import { type PacingSettings, proposedSettings } from './settings.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
let sink: Sink | undefined
beforeAll(async () => {
  platform = await testPlatform()
})
afterEach(async () => {
  await sink?.close()
  sink = undefined
})
afterAll(() => platform.close())

const always = {
  days: 'every-day',
  spans: [{ from: '00:00', to: '24:00' }],
  closedOnHolidays: false,
} as const
const brisk: PacingSettings = {
  ...proposedSettings(0),
  capacity: null,
  ceiling: 6000,
  firstWave: 10,
  hours: always,
}

async function relay(answer?: Answer): Promise<Platform> {
  sink = await aSink(answer)
  return { ...platform, config: { ...platform.config, smtpUrl: sink.url } }
}

const at = (iso: string) => platform.clock.set(iso)
const now = () => platform.clock.now()
const later = (minutes: number) => at(now().add({ minutes }).toString())

async function outcomes(campaignId: number): Promise<Record<string, number>> {
  const found = await rows<{ state: string; count: number }>(
    platform.db,
    `select state, count(*)::int as count from delivery where campaign_id = $1 and channel = 'email' group by state`,
    [campaignId],
  )
  return Object.fromEntries(found.map(({ state, count }) => [state, count]))
}

/** Drives as the job does, at each instant asked for, until `end` or until nothing more may be claimed. */
async function driveUntil(
  there: Platform,
  campaignId: number,
  end: string,
): Promise<Temporal.Instant | null> {
  for (;;) {
    const { nextDueAt, state } = await driveCampaign(there, campaignId)
    if (state === 'sending' && nextDueAt)
      expect(nextDueAt.epochMilliseconds).toBeGreaterThan(now().epochMilliseconds)
    if (!nextDueAt || Temporal.Instant.compare(nextDueAt, end) > 0) return nextDueAt
    at(nextDueAt.toString())
  }
}

test('a wave leaves when it opens, put off or held by a person; what is sent is sent once', async () => {
  at('2026-06-08T08:00:00Z')
  const there = await relay()
  const { campaign } = await aCampaign(there, { adults: 26, withoutEmailEvery: 0 })
  await decideWaves(there, campaign.id, { ...brisk, ceiling: 8, firstWave: 4 }, operator)
  // Decided in the morning, started in the evening: the waves are laid from the start.
  at('2026-06-08T18:00:00Z')
  await released(there, campaign)
  const [first, second] = await wavesOf(platform.db, campaign.id)
  expect((await wavesOf(platform.db, campaign.id)).map(({ messages }) => messages)).toEqual([4, 16, 6])
  expect(first?.opensAt.toString()).toBe('2026-06-08T18:00:00Z')
  expect(String(await driveUntil(there, campaign.id, '2026-06-08T19:00:00Z'))).toBe(String(second?.opensAt))
  expect(sink?.messageIds).toHaveLength(4)

  await delayWave(there, campaign.id, 2, 90, operator)
  const [, put, third] = await wavesOf(platform.db, campaign.id)
  expect(String(put?.opensAt)).toBe(String(second?.opensAt.add({ minutes: 90 })))
  expect(Number(third?.opensAt.since(put?.opensAt ?? now()).total('hours'))).toBeCloseTo(2, 5)
  await holdWave(there, campaign.id, 3, true, operator)
  await expect(delayWave(there, campaign.id, 1, 5, operator)).rejects.toThrow('waves.begun')
  await expect(delayWave(there, campaign.id, 2, 0, operator)).rejects.toThrow('waves.delay')

  at(String(put?.opensAt))
  await driveUntil(there, campaign.id, String(put?.opensAt.add({ minutes: 30 })))
  const sent = sink?.messageIds.length ?? 0
  expect(sent).toBeGreaterThan(4)
  // The clock is set back: nothing leaves early, nothing twice, nothing waits for ever.
  at('2026-06-08T18:30:00Z')
  expect(String(await driveUntil(there, campaign.id, '2026-06-08T20:00:00Z'))).toBe(String(put?.opensAt))
  expect(sink?.messageIds).toHaveLength(sent)
  expect(await driveUntil(there, campaign.id, '2026-06-12T00:00:00Z')).toBeNull()
  expect(await outcomes(campaign.id)).toEqual({ accepted: 20, planned: 6 })

  await pauseCampaign(there, campaign.id, operator)
  await resumeCampaign(there, campaign.id, operator)
  expect((await driveCampaign(there, campaign.id)).claimed).toBe(0)
  await holdWave(there, campaign.id, 3, false, operator)
  await driveUntil(there, campaign.id, '2026-06-14T00:00:00Z')
  expect(await outcomes(campaign.id)).toEqual({ accepted: 26 })
  expect(new Set(sink?.messageIds).size).toBe(26)
  expect(sink?.messageIds).toHaveLength(26)
  const waves = await rows(
    platform.db,
    `select wave, count(*)::int as count from delivery where campaign_id = $1 group by wave order by wave`,
    [campaign.id],
  )
  expect(waves).toEqual([
    { wave: 1, count: 4 },
    { wave: 2, count: 16 },
    { wave: 3, count: 6 },
  ])
})

test('several processes share one rate, and nothing leaves while the call centre is closed', async () => {
  at('2026-06-08T05:00:00Z') // a Monday, 7.00 in Paris
  const there = await relay()
  const { campaign } = await aCampaign(there, { adults: 60, withoutEmailEvery: 0 })
  const hours = { ...always, days: 'mon-fri', spans: [{ from: '08:00', to: '20:00' }] } as const
  await decideWaves(there, campaign.id, { ...brisk, ceiling: 900, firstWave: 60, hours }, operator)
  await released(there, campaign)
  const both = () =>
    Promise.all([1, 2, 3].map(() => driveCampaign(there, campaign.id, { limit: 20, connections: 2 })))
  const closed = await both()
  expect(closed.map(({ claimed, nextDueAt }) => [claimed, String(nextDueAt)])).toEqual(
    [1, 2, 3].map(() => [0, '2026-06-08T06:00:00Z']),
  )
  at('2026-06-08T06:00:00Z')
  const open = await both()
  expect(open.reduce((sum, { claimed }) => sum + claimed, 0)).toBe(15)
  at('2026-06-08T06:00:30Z')
  await both()
  expect(sink?.messageIds).toHaveLength(22)
  await driveUntil(there, campaign.id, '2026-06-08T09:00:00Z')
  expect(new Set(sink?.messageIds).size).toBe(60)
  expect(sink?.messageIds).toHaveLength(60)
})

test('a domain that asks for fewer messages is slowed, alone, and nobody gets a letter for it', async () => {
  at('2026-06-08T08:00:00Z')
  let slow = true
  const there = await relay((to) =>
    slow && to.endsWith('@ondes.example')
      ? { code: 451, message: '4.7.1 too many connections, rate limited' }
      : undefined,
  )
  const { campaign } = await aSendingCampaign(there, { adults: 60, withoutEmailEvery: 0 })
  const report = await driveCampaign(there, campaign.id, { connections: 2 })
  expect(report.state).toBe('sending')
  expect(sink?.recipients.filter((to) => to.endsWith('@courrier.example'))).toHaveLength(30)
  const [domain] = await pacedDomains(platform.db, campaign.id)
  expect(domain).toMatchObject({ domain: 'ondes.example', perHour: 600, heldAt: null })
  expect(Number(report.nextDueAt?.since(now()).total('seconds'))).toBeGreaterThan(1)
  slow = false
  await driveUntil(there, campaign.id, '2026-06-08T09:00:00Z')
  expect(await outcomes(campaign.id)).toEqual({ accepted: 60 })
  expect(new Set(sink?.messageIds).size).toBe(60)
})

test('a domain that refuses us alone is held until a named person takes it up; refusals everywhere pause the campaign', async () => {
  at('2026-06-08T08:00:00Z')
  let refused: RegExp | undefined = /@ondes\.example$/
  const there = await relay((to) =>
    refused?.test(to) ? { code: 550, message: '5.7.1 blocked for reputation' } : undefined,
  )
  const { campaign } = await aCampaign(there, {
    adults: 120,
    withoutEmailEvery: 0,
    domains: ['courrier.example', 'fibrenet.example', 'ondes.example'],
  })
  await releasedByTwo(there, campaign)
  await sendCampaign(there, campaign.id, operator)
  const report = await driveCampaign(there, campaign.id, { connections: 2 })
  expect(report).toMatchObject({ state: 'sending', nextDueAt: null })
  expect(await outcomes(campaign.id)).toEqual({ accepted: 80, planned: 40 })
  expect(await pacedDomains(platform.db, campaign.id)).toMatchObject([
    { domain: 'ondes.example', heldReason: 'sender_refused' },
  ])
  await expect(resumeDomain(there, campaign.id, 'courrier.example', operator)).rejects.toThrow(
    'waves.domainNotHeld',
  )

  // A report gives accepted messages back as refusals about us: the breaker counts them, and nobody becomes a letter.
  await platform.db.query(
    `update attempt set bounced_at = $2, bounced_as = 'sender_side' where id in (
       select id from attempt where campaign_id = $1 and outcome = 'accepted' order by id limit 30)`,
    [campaign.id, now()],
  )
  expect(await judgeRefusals(there, campaign.id)).toEqual({ held: [], paused: true })
  expect(await campaignById(platform.db, campaign.id)).toMatchObject({
    state: 'paused',
    pauseReason: 'sender_refused',
  })

  refused = undefined
  later(60)
  await resumeCampaign(there, campaign.id, operator)
  await resumeDomain(there, campaign.id, 'ondes.example', operator)
  await driveCampaign(there, campaign.id)
  expect(await outcomes(campaign.id)).toEqual({ accepted: 120 })
  expect(new Set(sink?.messageIds).size).toBe(120)
  const kinds = await rows<{ kind: string }>(
    platform.db,
    `select kind from journal_entry where kind like 'campaign.domain-%' order by seq`,
  )
  expect(kinds.map(({ kind }) => kind)).toEqual([
    'campaign.domain-slowed',
    'campaign.domain-held',
    'campaign.domain-resumed',
  ])
})

test('a real campaign does not start before someone decided its waves', async () => {
  at('2026-06-08T08:00:00Z')
  const there = { ...(await relay()), config: { ...platform.config, smtpUrl: 'smtp://127.0.0.1:1' } }
  const { campaign } = await aCampaign(there, { adults: 4, exercise: false })
  const people = await staff(platform.db)
  await platform.db.query(`update user_account set fictional = false`)
  for (const { id, name } of people) {
    const releaser = { userId: id, name, roles: ['lead'], fictional: false }
    await releaseCampaign(there, { campaignId: campaign.id, releaser, method: 'step_up' })
  }
  await expect(sendCampaign(there, campaign.id, operator)).rejects.toThrow('waves.undecided')
  await decideWaves(there, campaign.id, null, operator)
  expect((await sendCampaign(there, campaign.id, operator)).state).toBe('sending')
})

test('the command shows what settings give, decides only when told to, and names what is wrong', async () => {
  at('2026-06-08T08:00:00Z')
  const { campaign, audience } = await aCampaign(platform, { adults: 40, withoutEmailEvery: 0 })
  const run = (name: string, values: Record<string, string>, ...flags: string[]) => {
    const command = commands.find((one) => one.name === name)
    const reached = { platform, actor: operator, roles: [], provenAt: now() }
    return command?.run({
      values: { incident: audience.reference, ...values },
      flags: new Set(flags),
      positionals: [],
      json: false,
      locale: 'fr',
      config: platform.config,
      say: () => undefined,
      platform: async () => reached as never,
    })
  }
  const settings = {
    capacity: '0',
    ceiling: '10',
    'first-wave': '5',
    hours: '00:00-24:00',
    days: 'every-day',
  }
  const shown = await run('campaign waves', settings)
  expect(shown?.json).toMatchObject({
    confirmed: false,
    per_hour: 10,
    waves: [{ messages: 5 }, { messages: 20 }, { messages: 15 }],
  })
  expect(await wavesOf(platform.db, campaign.id)).toEqual([])
  await expect(run('campaign waves', { ...settings, days: 'dimanche' })).rejects.toThrow('waves.setting')
  expect((await run('campaign waves', settings, 'confirm'))?.json).toMatchObject({
    confirmed: true,
    waves: [{ left: 5 }, { left: 20 }, { left: 15 }],
  })
  expect((await run('campaign delay-wave', { wave: '2', minutes: '45' }))?.text).toContain(
    'Fin des e‑mails prévue',
  )
  expect((await run('campaign hold-wave', { wave: '3' }))?.json).toMatchObject({
    waves: [{}, {}, { state: 'held', ends_at: null }],
    ends_at: null,
  })
  await run('campaign let-wave-go', { wave: '3' })
  await expect(run('campaign calls', { received: 'x' })).rejects.toThrow('waves.calls')
  await expect(run('campaign resume-domain', { domain: 'x.example' })).rejects.toThrow('waves.domainNotHeld')
  await run('campaign waves', {}, 'none', 'confirm')
  expect(await wavesOf(platform.db, campaign.id)).toEqual([])
})

test('a held wave is let go even after its messages were held since a restore', async () => {
  at('2026-06-08T18:00:00Z')
  const there = await relay()
  const { campaign } = await aCampaign(there, { adults: 26, withoutEmailEvery: 0 })
  await decideWaves(there, campaign.id, { ...brisk, ceiling: 8, firstWave: 4 }, operator)
  await released(there, campaign)
  await holdWave(there, campaign.id, 2, true, operator)
  await platform.db.query(`update delivery set state = 'unknown' where campaign_id = $1`, [campaign.id])
  await holdWave(there, campaign.id, 2, false, operator)
  expect((await wavesOf(platform.db, campaign.id)).some(({ held }) => held)).toBe(false)
})
