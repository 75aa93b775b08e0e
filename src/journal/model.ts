import { createHash } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'

/** Who did it: a signed-in person, a person of the exercise (fictional), the owner of the data folder, or Tocsin itself. */
export type Actor =
  | { readonly kind: 'user'; readonly userId: string; readonly name: string }
  | { readonly kind: 'exercise'; readonly userId: string; readonly name: string }
  | { readonly kind: 'operator'; readonly name: string }
  | { readonly kind: 'tocsin' }

export const tocsin: Actor = { kind: 'tocsin' }

/** What is journalled: ids, counts, hashes, names of staff. Never a concerned person's name, address or number. */
export interface JournalEvent {
  readonly actor: Actor
  /** `noun.verb-in-the-past`, e.g. `campaign.released`. */
  readonly kind: string
  readonly incidentId?: string | undefined
  readonly payload?: Readonly<Record<string, unknown>>
}

export interface JournalEntry {
  readonly seq: number
  readonly at: Temporal.Instant
  readonly actor: string
  readonly kind: string
  readonly incidentId: string | null
  readonly payload: string
  readonly prevHash: string
  readonly hash: string
}

export const GENESIS = '0'.repeat(64)

export function actorText(actor: Actor): string {
  if (actor.kind === 'tocsin') return 'tocsin'
  if (actor.kind === 'operator') return `operator:${actor.name}`
  return `${actor.kind}:${actor.userId}:${actor.name}`
}

/** The name in what {@link actorText} wrote; a name may hold a colon. */
export function actorName(actor: string): string {
  const [kind, ...rest] = actor.split(':')
  if (kind === 'operator') return rest.join(':')
  return kind === 'user' || kind === 'exercise' ? rest.slice(1).join(':') : 'Tocsin'
}

/** The hash of an entry: SHA-256 over its fields and the hash before it, in canonical JSON (RFC 8785). */
export function entryHash(entry: Omit<JournalEntry, 'hash'>): string {
  const { seq, at, actor, kind, incidentId, payload, prevHash } = entry
  const instant = at.toString({ fractionalSecondDigits: 6 })
  return createHash('sha256')
    .update(canonicalJson({ seq, at: instant, actor, kind, incidentId, payload, prevHash }))
    .digest('hex')
}

/**
 * Canonical JSON of RFC 8785 for the values a payload holds: keys sorted by UTF-16 code unit, no white space,
 * ECMAScript numbers. Undefined members are left out; a non-finite number throws.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('not a JSON number')
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (value !== null && typeof value === 'object' && !('toJSON' in value)) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
    return `{${members.join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}
