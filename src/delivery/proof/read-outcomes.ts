import { actorName } from '../../journal/index.ts'
import { maskEmail } from '../../people/lists/index.ts'
import type { Tx } from '../../platform/database.ts'
import { OUTCOME_FORMAT, type OutcomeDelivery, type OutcomeLetter, type PersonOutcome } from './model.ts'
import {
  attemptParts,
  type CampaignPart,
  campaignParts,
  type DecisionPart,
  type DeliveryPart,
  decisionParts,
  deliveryParts,
  eventParts,
  type TextPart,
  textParts,
  untoldParts,
} from './outcome-parts-store.ts'
import { type StagedPerson, stagedPersons } from './staged-outcomes-store.ts'

const PAGE = 2000

export interface OutcomesOf {
  readonly incident: { readonly id: string; readonly reference: string }
  readonly listVersion: number
}

/** The outcomes of the persons that `stageOutcomes` wrote down, by person id, a page at a time. */
export async function* readOutcomes(tx: Tx, asked: OutcomesOf): AsyncGenerator<PersonOutcome[]> {
  const known = await readKnown(tx, asked.incident.id)
  let after = 0
  for (;;) {
    const persons = await stagedPersons(tx, after, PAGE)
    if (persons.length === 0) return
    yield await outcomesOf(tx, asked, known, persons)
    after = persons.at(-1)!.id
  }
}

interface Known {
  readonly campaigns: Map<number, CampaignPart>
  readonly texts: Map<number, TextPart>
  readonly decisions: Map<number, DecisionPart[]>
}

async function readKnown(tx: Tx, incidentId: string): Promise<Known> {
  return {
    campaigns: await campaignParts(tx, incidentId),
    texts: await textParts(tx, incidentId),
    decisions: grouped(await decisionParts(tx, incidentId), ({ delivery }) => delivery),
  }
}

async function outcomesOf(
  tx: Tx,
  { incident, listVersion }: OutcomesOf,
  known: Known,
  persons: readonly StagedPerson[],
): Promise<PersonOutcome[]> {
  const ids = persons.map(({ id }) => id)
  const parts = await deliveryParts(tx, ids)
  const deliveryIds = [...new Set(parts.map(({ delivery }) => delivery))]
  const attempts = grouped(await attemptParts(tx, deliveryIds), ({ delivery }) => delivery)
  const events = grouped(await eventParts(tx, deliveryIds), ({ delivery }) => delivery)
  const untold = grouped(await untoldParts(tx, ids), ({ personId }) => personId)
  const deliveries = grouped(parts, ({ personId }) => personId)
  return persons.map(({ id, account, outcome, reason, memberNumber, name }) => ({
    format: OUTCOME_FORMAT,
    incident: incident.reference,
    listVersion,
    person: { id, memberNumber, name },
    account,
    outcome,
    reason,
    untold: (untold.get(id) ?? []).map((part) => ({
      campaign: known.campaigns.get(part.campaignId)?.reference ?? '',
      reason: part.reason,
      at: part.at,
    })),
    deliveries: (deliveries.get(id) ?? []).map((part) => ({
      ...deliveryOf(part, known),
      attempts: (attempts.get(part.delivery) ?? []).map(({ delivery, ...attempt }) => attempt),
      events: (events.get(part.delivery) ?? []).map(({ delivery, ...event }) => event),
    })),
  }))
}

function deliveryOf(part: DeliveryPart, known: Known): Omit<OutcomeDelivery, 'attempts' | 'events'> {
  const campaign = known.campaigns.get(part.campaignId)!
  const { id, ...text } = known.texts.get(part.noticeVersionId)!
  return {
    delivery: part.delivery,
    campaign: campaign.reference,
    generation: campaign.generation,
    cohort: part.cohort,
    wave: part.wave,
    channel: part.channel,
    state: part.state,
    reason: part.reason,
    throughAnother: part.throughAnother,
    covers: part.covers,
    to: { name: part.name, address: maskedAddress(part) },
    reference: part.reference,
    text: { ...text, releasedBy: campaign.releasedBy },
    plannedAt: part.plannedAt,
    settledAt: part.settledAt,
    messageId: part.messageId,
    letter: letterOf(part),
    decisions: (known.decisions.get(part.delivery) ?? []).map(({ actor, decision, journal }) => ({
      by: actorName(actor),
      decision,
      journal,
    })),
  }
}

function maskedAddress({ channel, email, postcode, city, protectedAddress }: DeliveryPart): string {
  if (channel === 'email') return email === null ? '' : maskEmail(email)
  return protectedAddress ? '' : [postcode, city].filter(Boolean).join(' ')
}

function letterOf(part: DeliveryPart): OutcomeLetter | null {
  if (part.batch === null) return null
  const { batch, pdfSha256, manifestSha256, firstPage, pages, depositedAt, receipt, fictional } = part
  return { batch, pdfSha256, manifestSha256, firstPage, pages, depositedAt, receipt, fictional }
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
