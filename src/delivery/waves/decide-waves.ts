import { type Actor, record } from '../../journal/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { campaignById, lockCampaign } from '../campaign-store.ts'
import { enqueueSending } from '../enqueue-jobs.ts'
import type { Campaign } from '../model.ts'
import { fullBucket } from './bucket.ts'
import { later, nextOpen } from './calendar.ts'
import {
  countPlannedFrom,
  firstIds,
  holdWaveRow,
  lastBegun,
  moveWaves,
  pacingOf,
  type Wave,
  wavesOf,
  writePacing,
  writeWaves,
} from './pacing-store.ts'
import { planWaves, reschedule, type WavePlan } from './plan-waves.ts'
import { wavesRefusals } from './refusals.ts'
import type { PacingSettings } from './settings.ts'

/** The longest a wave is put off at once: two weeks. */
export const MOST_DELAY_MINUTES = 20_160

/** What a decision would come to if the campaign left at `at`; null when no e-mail is left to plan. */
export async function previewWaves(
  tx: Tx,
  campaignId: number,
  settings: PacingSettings,
  at: Temporal.Instant,
): Promise<WavePlan | null> {
  const { kept, fromId, from } = await unbegun(tx, campaignId, at)
  const messages = await countPlannedFrom(tx, campaignId, fromId)
  return messages === 0 ? null : planWaves(settings, messages, from, kept)
}

/**
 * A named person decides the pace: waves under these settings, or none (`null`). Waves that have begun stay as they are,
 * what follows them is planned anew. @throws waves.ended, waves.cannotFit, waves.tooLong
 */
export async function decideWaves(
  platform: Platform,
  campaignId: number,
  settings: PacingSettings | null,
  actor: Actor,
): Promise<Campaign> {
  return platform.db.transaction(async (tx) => {
    const at = platform.clock.now()
    const campaign = await lockOpen(tx, campaignId)
    const plan = await writePlan(tx, campaignId, settings, decider(actor), at)
    const payload = {
      campaign: campaign.reference,
      waves: plan?.waves.length ?? 0,
      perHour: plan?.perHour ?? 0,
      endsAt: plan?.endsAt.toString() ?? '',
      ...(settings ? { settings: JSON.stringify(settings) } : {}),
    }
    await record(tx, platform.clock, {
      actor,
      kind: 'campaign.waves-decided',
      incidentId: campaign.incidentId,
      payload,
    })
    if (campaign.state === 'sending') await enqueueSending(tx, campaignId)
    return campaignById(tx, campaignId)
  })
}

async function writePlan(
  tx: Tx,
  campaignId: number,
  settings: PacingSettings | null,
  decidedBy: string,
  at: Temporal.Instant,
): Promise<WavePlan | null> {
  const { kept, fromId, from } = await unbegun(tx, campaignId, at)
  const messages = await countPlannedFrom(tx, campaignId, fromId)
  const plan = settings && messages > 0 ? planWaves(settings, messages, from, kept) : null
  const before = await pacingOf(tx, campaignId, true)
  const perHour = plan?.perHour ?? before?.bucket?.perHour
  const bucket = settings && perHour ? fullBucket(perHour, at) : null
  await writePacing(tx, campaignId, { settings: bucket ? settings : null, bucket, decidedBy }, at)
  if (!plan) {
    if (!settings) await writeWaves(tx, campaignId, 0, [])
    return null
  }
  const ranks = plan.waves.map((_, index) =>
    plan.waves.slice(0, index).reduce((sum, { messages: some }) => sum + some, 1),
  )
  const ids = await firstIds(tx, campaignId, fromId, ranks)
  const waves = plan.waves.map((wave, index) => ({ ...wave, firstId: ids[index] ?? 0 }))
  await writeWaves(tx, campaignId, kept, waves)
  return plan
}

/** Where planning begins: after the waves that have begun, once they will have ended. */
async function unbegun(
  tx: Tx,
  campaignId: number,
  at: Temporal.Instant,
): Promise<{ kept: number; fromId: number; from: Temporal.Instant }> {
  const kept = await lastBegun(tx, campaignId)
  if (kept === 0) return { kept, fromId: 0, from: at }
  const waves = await wavesOf(tx, campaignId)
  const fromId = waves.find(({ number }) => number === kept + 1)?.firstId ?? Number.MAX_SAFE_INTEGER
  const pacing = await pacingOf(tx, campaignId)
  if (!pacing?.settings || !pacing.bucket) return { kept, fromId, from: at }
  const begun = reschedule(
    pacing.settings,
    pacing.bucket.perHour,
    waves.filter(({ number }) => number <= kept),
    at,
  )
  return { kept, fromId, from: begun.reduce((end, { endsAt }) => later(end, endsAt), at) }
}

/**
 * Before a campaign starts or goes on: the waves that have not begun are laid from now, never earlier than they stood. A
 * start plans them again, for they were shown as if it had left then. @throws waves.undecided for a real incident with
 * e-mails to send
 */
export async function layWaves(tx: Tx, campaign: Campaign, at: Temporal.Instant): Promise<void> {
  const pacing = await pacingOf(tx, campaign.id, true)
  if (!pacing && !campaign.exercise && (await countPlannedFrom(tx, campaign.id, 0)) > 0)
    throw wavesRefusals.undecided({ reference: campaign.reference })
  if (!pacing?.settings || !pacing.bucket) return
  if (campaign.startedAt === null) {
    await writePlan(tx, campaign.id, pacing.settings, pacing.decidedBy, at)
    return
  }
  const waves = await wavesOf(tx, campaign.id)
  await moveWaves(
    tx,
    campaign.id,
    toCome(reschedule(pacing.settings, pacing.bucket.perHour, waves, at), waves),
  )
}

function toCome<T extends { number: number }>(schedule: readonly T[], waves: readonly Wave[]): T[] {
  const untouched = waves.filter(({ left, messages, done }) => left > 0 && left === messages && done === 0)
  return schedule.filter(({ number }) => untouched.some((wave) => wave.number === number))
}

/**
 * Puts off a wave that has not begun, by minutes of the clock, then to the next opening; those after it follow.
 * @throws waves.begun, waves.delay
 */
export async function delayWave(
  platform: Platform,
  campaignId: number,
  number: number,
  minutes: number,
  actor: Actor,
): Promise<Campaign> {
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > MOST_DELAY_MINUTES) throw wavesRefusals.delay()
  return changeWave(
    platform,
    campaignId,
    number,
    actor,
    async (tx, { settings, perHour, waves, wave, at }) => {
      const opensAt = nextOpen(settings.hours, later(wave.opensAt, at).add({ minutes }))
      const moved = waves.map((one) => (one.number === number ? { ...one, opensAt } : one))
      await moveWaves(tx, campaignId, toCome(reschedule(settings, perHour, moved, at), waves))
      return { kind: 'campaign.wave-delayed', said: { minutes, opensAt: opensAt.toString() } }
    },
  )
}

/** Keeps a wave that has not begun, and those after it, until someone lets it go. @throws waves.begun */
export async function holdWave(
  platform: Platform,
  campaignId: number,
  number: number,
  held: boolean,
  actor: Actor,
): Promise<Campaign> {
  return changeWave(platform, campaignId, number, actor, async (tx, { settings, perHour, waves, at }) => {
    await holdWaveRow(tx, campaignId, number, held)
    if (!held) await moveWaves(tx, campaignId, toCome(reschedule(settings, perHour, waves, at), waves))
    return { kind: held ? 'campaign.wave-held' : 'campaign.wave-let-go', said: {} }
  })
}

interface WaveChange {
  readonly settings: PacingSettings
  readonly perHour: number
  readonly waves: readonly Wave[]
  readonly wave: Wave
  readonly at: Temporal.Instant
}

async function changeWave(
  platform: Platform,
  campaignId: number,
  number: number,
  actor: Actor,
  act: (
    tx: Tx,
    change: WaveChange,
  ) => Promise<{ kind: string; said: Readonly<Record<string, string | number>> }>,
): Promise<Campaign> {
  return platform.db.transaction(async (tx) => {
    const at = platform.clock.now()
    const campaign = await lockOpen(tx, campaignId)
    // Locks out claims: the wave cannot begin while it is being put off.
    const pacing = await pacingOf(tx, campaignId, true)
    const waves = await wavesOf(tx, campaignId)
    const wave = waves.find((one) => one.number === number)
    // One that is held bounds what may leave, whatever became of its messages: it can always be let go.
    const begun = !wave?.held && number <= (await lastBegun(tx, campaignId))
    if (!pacing?.settings || !pacing.bucket || !wave || begun) throw wavesRefusals.begun({ wave: number })
    const { kind, said } = await act(tx, {
      settings: pacing.settings,
      perHour: pacing.bucket.perHour,
      waves,
      wave,
      at,
    })
    if (campaign.state === 'sending') await enqueueSending(tx, campaignId)
    await record(tx, platform.clock, {
      actor,
      kind,
      incidentId: campaign.incidentId,
      payload: { campaign: campaign.reference, wave: number, ...said },
    })
    return campaignById(tx, campaignId)
  })
}

async function lockOpen(tx: Tx, campaignId: number): Promise<Campaign> {
  const campaign = await lockCampaign(tx, campaignId)
  if (campaign.state === 'finished' || campaign.state === 'cancelled')
    throw wavesRefusals.ended({ reference: campaign.reference })
  return campaign
}

function decider(actor: Actor): string {
  return 'name' in actor ? actor.name : actor.kind
}
