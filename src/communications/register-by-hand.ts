import { createHash } from 'node:crypto'
import { findNationalId } from '../incident/index.ts'
import { type Actor, actorText, record } from '../journal/index.ts'
import type { Platform } from '../platform/platform.ts'
import {
  communicationCalled,
  insertFirstStep,
  insertNextStep,
  lockRegister,
  nextByHand,
} from './communication-store.ts'
import { KINDS_BY_HAND } from './model.ts'
import { communicationRefusals } from './refusals.ts'

/** A communication made elsewhere, as a form gives it. */
export interface HandEntry {
  readonly kind: string
  readonly title: string
  /** Where it can be read or heard. */
  readonly place: string
  readonly locale: string
  /** Its whole text, for its hash; empty when there is none. Not kept. */
  readonly text: string
}

interface Place {
  readonly id: string
  readonly reference: string
}

/**
 * Enters a communication made elsewhere: a press release on a site, the message of a telephone line. Official at once.
 * @returns its reference
 * @throws communications.incomplete, communications.nationalId
 */
export async function registerByHand(
  platform: Platform,
  incident: Place,
  entry: HandEntry,
  actor: Actor,
): Promise<string> {
  const given = check(entry)
  return platform.db.transaction(async (tx) => {
    await lockRegister(tx, incident.id)
    const reference = `${incident.reference}-R${await nextByHand(tx, incident.id)}`
    const at = platform.clock.now()
    const nowhere = { audience: null, cohort: null, sender: null, campaignId: null, noticeVersionId: null }
    const first = {
      ...given,
      ...nowhere,
      version: 1,
      channels: [],
      state: 'official' as const,
      at,
      by: actorText(actor),
    }
    await insertFirstStep(tx, { ...first, incidentId: incident.id, reference })
    const payload = { reference, kind: given.kind, sha256: given.sha256 }
    await record(tx, platform.clock, {
      actor,
      kind: 'communications.entered',
      incidentId: incident.id,
      payload,
    })
    return reference
  })
}

function check({ kind, title, place, locale, text }: HandEntry) {
  const known = KINDS_BY_HAND.find((one) => one === kind)
  if (!known) throw communicationRefusals.incomplete({ where: 'kind' })
  for (const [where, value] of Object.entries({ title, place })) {
    if (value.trim() === '') throw communicationRefusals.incomplete({ where })
    if (findNationalId(value) !== undefined) throw communicationRefusals.nationalId({ where })
  }
  const sha256 =
    text.trim() === '' ? null : createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex')
  return {
    kind: known,
    title: title.trim(),
    place: place.trim(),
    locale: locale === 'en' ? 'en' : 'fr',
    sha256,
  }
}

/**
 * Takes back one that was entered by hand: a page taken down, a telephone message that changed.
 * @throws communications.unknown, communications.ended, communications.ofCampaign, communications.reasonNeeded
 */
export async function withdrawByHand(
  platform: Platform,
  incident: Place,
  asked: { readonly reference: string; readonly reason: string },
  actor: Actor,
): Promise<void> {
  const { reference } = asked
  const reason = asked.reason.trim()
  await platform.db.transaction(async (tx) => {
    await lockRegister(tx, incident.id)
    const found = await communicationCalled(tx, incident.id, reference)
    if (!found) throw communicationRefusals.unknown({ reference })
    if (found.campaignId !== null) throw communicationRefusals.ofCampaign({ reference })
    if (found.endedAt) throw communicationRefusals.ended({ reference })
    if (reason.length < 3) throw communicationRefusals.reasonNeeded({ where: 'reason' })
    if (findNationalId(reason) !== undefined) throw communicationRefusals.nationalId({ where: 'reason' })
    const at = platform.clock.now()
    await insertNextStep(tx, incident.id, [reference], {
      state: 'withdrawn',
      reason,
      at,
      by: actorText(actor),
    })
    await record(tx, platform.clock, {
      actor,
      kind: 'communications.taken_back',
      incidentId: incident.id,
      payload: { reference },
    })
  })
}
