import { type JournalEvent, record } from '../journal/index.ts'
import type { Temporal } from '../platform/clock.ts'
import type { Tx } from '../platform/database.ts'
import type { Platform } from '../platform/platform.ts'
import type { Refusal } from '../platform/refusal.ts'
import { type AccessSettings, actorOf, type Viewer } from './model.ts'
import { accessRefusals } from './refusals.ts'
import { settingsOf } from './settings.ts'
import { lockSubject } from './store.ts'
import { insertLookup, personsOpenedSince } from './store-limits.ts'

export interface Lookup {
  readonly personId: number
  readonly incidentId?: string
  /** Why, when the page asks for it. Never a person's name or number: the journal keeps it. */
  readonly motive?: string
  /** What of their contact data is asked for: journalled as such. */
  readonly shown?: 'email' | 'address' | undefined
}

/**
 * Call before showing a person. Journals the look-up and keeps it in an append-only table; beyond the account's ration
 * (distinct persons: 60 an hour, 200 a day by default) refuses, and journals the refusal.
 * @returns the number of the journal entry: one entry for one person opened
 * @throws access.lookupRation
 */
export async function lookUpPerson(platform: Platform, viewer: Viewer, lookup: Lookup): Promise<number> {
  const { personId, incidentId, motive, shown } = lookup
  const payload = { personId, motive, ...(shown && { shown }), session: viewer.sessionId }
  const kind = shown ? 'person.contact_shown' : 'person.looked_up'
  return lookUp(platform, viewer, lookup, (refused) => ({
    kind: refused ? 'person.lookup_refused' : kind,
    incidentId,
    payload,
  }))
}

/**
 * The same for someone who is on no list, and so has no number here: `subject`, below zero, tells one question from another
 * for the ration, and stands in no journal. @returns the number of the journal entry
 * @throws access.lookupRation
 */
export async function lookUpAbsent(
  platform: Platform,
  viewer: Viewer,
  asked: {
    readonly incidentId: string
    readonly subject: number
    /** What the journal calls it: a person sought, or a line of a file looked at. */
    readonly kind?: string
    readonly payload: Readonly<Record<string, unknown>> & { readonly motive: string }
  },
): Promise<number> {
  const { incidentId, subject: personId } = asked
  const payload = { ...asked.payload, session: viewer.sessionId }
  return lookUp(platform, viewer, { personId, incidentId, motive: asked.payload.motive }, (refused) => ({
    kind: refused ? 'person.lookup_refused' : (asked.kind ?? 'person.sought'),
    incidentId,
    payload,
  }))
}

async function lookUp(
  platform: Platform,
  viewer: Viewer,
  lookup: Lookup,
  eventOf: (refused: boolean) => Omit<JournalEvent, 'actor'>,
): Promise<number> {
  const { refusal, seq } = await platform.db.transaction(async (tx) => {
    const refused = await countLookup(tx, platform, viewer, lookup)
    const event = eventOf(refused !== undefined)
    const entry = await record(tx, platform.clock, { actor: actorOf(viewer), ...event })
    return { refusal: refused, seq: entry.seq }
  })
  if (refusal) throw refusal
  return seq
}

/**
 * Counts a look-up in the account's ration, for a use case that journals it in words of its own, in the same transaction.
 * @returns the refusal beyond the ration: the caller journals it, commits, then throws
 */
export async function countLookup(
  tx: Tx,
  platform: Pick<Platform, 'clock' | 'config'>,
  viewer: Viewer,
  lookup: Lookup,
): Promise<Refusal | undefined> {
  await lockSubject(tx, `lookups:${viewer.userId}`)
  const refused = await overRation(tx, platform.clock.now(), viewer, lookup.personId, settingsOf(platform))
  if (!refused) await keep(tx, platform, viewer, lookup)
  return refused
}

/** Refuses when the account's ration is used up, without opening anyone: for pages that list persons. */
export async function checkLookupRation(
  tx: Tx,
  platform: Pick<Platform, 'clock' | 'config'>,
  viewer: Viewer,
): Promise<void> {
  const refused = await overRation(tx, platform.clock.now(), viewer, undefined, settingsOf(platform))
  if (refused) throw refused
}

async function overRation(
  tx: Tx,
  now: Temporal.Instant,
  viewer: Viewer,
  personId: number | undefined,
  settings: AccessSettings,
): Promise<Refusal | undefined> {
  const { lookupsPerHour, lookupsPerDay } = settings
  const hour = await personsOpenedSince(tx, viewer.userId, now.subtract({ hours: 1 }))
  const day = await personsOpenedSince(tx, viewer.userId, now.subtract({ hours: 24 }))
  if (personId !== undefined && day.includes(personId)) return undefined
  if (hour.length >= lookupsPerHour)
    return accessRefusals.lookupRation({ limit: lookupsPerHour, period: 'hour' })
  if (day.length >= lookupsPerDay) return accessRefusals.lookupRation({ limit: lookupsPerDay, period: 'day' })
  return undefined
}

async function keep(
  tx: Tx,
  platform: Pick<Platform, 'clock'>,
  viewer: Viewer,
  lookup: Lookup,
): Promise<void> {
  await insertLookup(tx, {
    userId: viewer.userId,
    personId: lookup.personId,
    incidentId: lookup.incidentId ?? null,
    at: platform.clock.now(),
    motive: lookup.motive ?? '',
  })
}
