import type { Temporal } from '../../platform/clock.ts'
import { secondsBetween } from './calendar.ts'

/** Messages that may leave now: `tokens` were there at `filledAt`. A fresh one is full. */
export interface Bucket {
  readonly perHour: number
  readonly tokens: number
  readonly filledAt: Temporal.Instant
}

/** The most that may leave at once: what a minute brings. */
export function burstOf(perHour: number): number {
  return Math.max(1, Math.floor(perHour / 60))
}

/** What flows in each hour: with a full bucket before it, no hour ever lets more than `perHour` through. */
export function steadyPerHour(perHour: number): number {
  return perHour - burstOf(perHour) + 1
}

export function fullBucket(perHour: number, at: Temporal.Instant): Bucket {
  return { perHour, tokens: burstOf(perHour), filledAt: at }
}

/**
 * The bucket at this instant. A clock set back brings nothing; it counts from there, so that nobody waits for a year
 * because a clock was a year ahead. A clock set forward fills the bucket once, never more.
 */
export function filled(bucket: Bucket, at: Temporal.Instant): Bucket {
  const elapsed = Math.max(0, secondsBetween(bucket.filledAt, at))
  const tokens = bucket.tokens + (elapsed * steadyPerHour(bucket.perHour)) / 3600
  return { ...bucket, tokens: Math.min(burstOf(bucket.perHour), tokens), filledAt: at }
}

/** Whole messages it lets through now. */
export function available(bucket: Bucket, at: Temporal.Instant): number {
  return Math.max(0, Math.floor(filled(bucket, at).tokens + 1e-6))
}

export function taken(bucket: Bucket, count: number, at: Temporal.Instant): Bucket {
  const { tokens, ...rest } = filled(bucket, at)
  return { ...rest, tokens: Math.max(0, tokens - count) }
}

/** When it will be full again: coming back earlier would only make smaller chunks. */
export function fullAt(bucket: Bucket, at: Temporal.Instant): Temporal.Instant {
  const missing = burstOf(bucket.perHour) - filled(bucket, at).tokens
  const seconds = (missing * 3600) / steadyPerHour(bucket.perHour)
  return at.add({ milliseconds: Math.max(0, Math.ceil(seconds * 1000)) })
}
