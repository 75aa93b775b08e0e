import type { Temporal } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Campaign } from '../model.ts'
import { steadyPerHour } from './bucket.ts'
import { type CallsOfHour, expectedCalls } from './expected-calls.ts'
import { type Pacing, pacingOf, type Wave, type WaveCounts, wavesOf } from './pacing-store.ts'
import { reschedule } from './plan-waves.ts'

/** A wave as it goes: what is done of it, and when it will end at the pace of the plan. */
export interface WaveOutlook extends Wave {
  readonly state: 'finished' | 'running' | 'to_come' | 'held'
  /** When it opened or will. */
  readonly from: Temporal.Instant
  /** Null when nobody can say: a wave before it, or it, is held. */
  readonly to: Temporal.Instant | null
}

export interface Outlook {
  /** Undefined when nobody decided how fast the campaign goes. */
  readonly pacing: Pacing | undefined
  readonly waves: readonly WaveOutlook[]
  /** The wave under way; else the next. Null when the campaign has none, or all are finished. */
  readonly current: WaveOutlook | null
  /** When the last e-mail leaves; null when unknown (no waves, a wave is held, the campaign is paused). */
  readonly endsAt: Temporal.Instant | null
  /** Calls that the waves bring, those sent already among them. */
  readonly calls: readonly CallsOfHour[]
}

/** How the waves of a campaign go on from `at`, if nobody changes anything. `counts`: when they were counted before. */
export async function outlookOf(
  tx: Tx,
  campaign: Pick<Campaign, 'id' | 'state'>,
  at: Temporal.Instant,
  counts?: WaveCounts,
): Promise<Outlook> {
  const pacing = await pacingOf(tx, campaign.id)
  const none = { pacing, waves: [], current: null, endsAt: null, calls: [] }
  if (!pacing?.settings || !pacing.bucket) return none
  const found = await wavesOf(tx, campaign.id, counts)
  const schedule = reschedule(pacing.settings, pacing.bucket.perHour, found, at)
  const heldFrom = found.find(({ held, left }) => held && left > 0)?.number ?? Number.POSITIVE_INFINITY
  const waves = found.map((wave, index): WaveOutlook => {
    const planned = schedule[index]
    const known = planned && wave.number < heldFrom
    return {
      ...wave,
      state: stateOf(wave, heldFrom, at),
      from: planned?.opensAt ?? wave.opensAt,
      to: known ? planned.endsAt : null,
    }
  })
  const current = waves.find(({ state }) => state !== 'finished') ?? null
  const last = waves.at(-1)
  const going = campaign.state === 'sending' || campaign.state === 'released' || campaign.state === 'prepared'
  return {
    pacing,
    waves,
    current,
    endsAt: going && current ? (last?.to ?? null) : null,
    calls: expectedCalls(pacing.settings, steadyPerHour(pacing.bucket.perHour), callsFrom(waves)),
  }
}

function stateOf(
  { number, left, done, opensAt }: Wave,
  heldFrom: number,
  at: Temporal.Instant,
): WaveOutlook['state'] {
  if (left === 0) return 'finished'
  if (number >= heldFrom) return 'held'
  return done > 0 || opensAt.epochNanoseconds <= at.epochNanoseconds ? 'running' : 'to_come'
}

/** A wave that is held has no end to count calls to: none are counted for it. */
function callsFrom(waves: readonly WaveOutlook[]) {
  return waves.flatMap((wave) =>
    wave.to === null ? [] : [{ messages: wave.messages, opensAt: wave.from, endsAt: wave.to }],
  )
}
