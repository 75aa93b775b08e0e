import { lookUpPerson, type Viewer } from '../../access/index.ts'
import { entriesBefore, head } from '../../journal/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { listRefusals } from './refusals.ts'

/** Motives are words of a fixed list: a free text would carry people's data into the journal. */
export const MOTIVES = ['call', 'complaint', 'sending_check', 'list_check', 'audit'] as const
export type Motive = (typeof MOTIVES)[number]
export type Shown = 'email' | 'address'

/** Minutes a look-up keeps its page open; then the motive is asked again. */
const OPEN_MINUTES = 15

export interface OpenLookup {
  readonly seq: number
  readonly motive: Motive
  readonly shown: Shown | null
}

/**
 * Journals the look-up of a person (or of their e-mail or address) with its motive, within the account's ration.
 * @returns the number of the journal entry, which opens the page for a while
 */
export async function openPerson(
  platform: Platform,
  viewer: Viewer,
  incidentId: string,
  asked: { readonly personId: number; readonly motive: unknown; readonly shown?: unknown },
): Promise<number> {
  const motive = MOTIVES.find((known) => known === asked.motive)
  if (!motive) throw listRefusals.noMotive()
  const shown = asked.shown === 'email' || asked.shown === 'address' ? asked.shown : undefined
  return lookUpPerson(platform, viewer, { personId: asked.personId, incidentId, motive, shown })
}

/** The look-up that an address carries, when it is this session's, for this person, and recent. */
export async function findLookup(
  platform: Platform,
  viewer: Viewer,
  personId: number,
  seq: number,
): Promise<OpenLookup | undefined> {
  if (!Number.isSafeInteger(seq) || seq < 1 || ((await head(platform.db))?.seq ?? 0) < seq) return undefined
  const entry = (await entriesBefore(platform.db, seq + 1, 1))[0]
  if (!entry || !['person.looked_up', 'person.contact_shown'].includes(entry.kind)) return undefined
  const payload = JSON.parse(entry.payload)
  const age = platform.clock.now().since(entry.at).total('minute')
  if (payload.personId !== personId || payload.session !== viewer.sessionId || age > OPEN_MINUTES)
    return undefined
  return { seq, motive: payload.motive, shown: payload.shown ?? null }
}
