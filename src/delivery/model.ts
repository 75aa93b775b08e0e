import { createHash } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import type { CorrectionKind } from '../notices/index.ts'
import type { AudienceKind, Cohort, Covered, PostalAddress } from '../people/lists/index.ts'

export type Channel = 'email' | 'letter'
export type CampaignState = 'prepared' | 'released' | 'sending' | 'paused' | 'finished' | 'cancelled'
export type DeliveryState =
  | 'planned'
  | 'attempting'
  | 'accepted'
  | 'refused'
  | 'unknown'
  | 'cancelled'
  /** Accepted by a relay, given back by a report since: nobody was told by it. */
  | 'bounced'
  /** A letter that came back: nobody was told by it. */
  | 'returned'
export type PauseReason = 'person' | 'sender_refused' | 'relay_tls' | 'relay_auth' | 'restored'

/** Who prepares, releases, pauses and posts. */
export const RELEASERS = ['lead', 'dpo', 'communication'] as const
/** Who may read what was written to people. */
export const OUTBOX_READERS = ['lead', 'dpo', 'communication', 'auditor'] as const
/** Who may see the batches of letters; their files ask for a step-up besides. */
export const LETTER_READERS = ['lead', 'dpo', 'communication', 'auditor'] as const

/** Why a campaign writes again to people who were told. */
export type Correction = CorrectionKind

export interface Campaign {
  readonly id: number
  readonly incidentId: string
  readonly number: number
  /** Whose words it writes. */
  readonly cohort: Cohort
  /** `tiersoin-C1`: names batches and the outbox folder. */
  readonly reference: string
  readonly listVersionId: number
  /** 1: a first notice. Corrections have one of their own each, higher than any before. */
  readonly generation: number
  readonly correction: Correction | null
  /** The campaign whose text it corrects; null for a first notice, or when it is the list that changed. */
  readonly corrects: number | null
  readonly exercise: boolean
  readonly senderName: string
  readonly senderAddress: string
  readonly state: CampaignState
  readonly pauseReason: PauseReason | null
  readonly preparedAt: Temporal.Instant
  readonly releasedAt: Temporal.Instant | null
  readonly startedAt: Temporal.Instant | null
  readonly resumedAt: Temporal.Instant | null
  readonly finishedAt: Temporal.Instant | null
}

/** The addressee as they were when the delivery was planned: what is sent does not change with the lists. */
export interface Recipient {
  readonly key: string
  readonly personId: number
  readonly kind: AudienceKind
  readonly name: { readonly surname: string; readonly firstNames: string; readonly civility?: string }
  readonly email: string | null
  readonly postal: PostalAddress | null
  readonly covers: readonly Covered[]
}

/** One message or letter in hand, with the attempt that was committed for it. */
export interface Claimed {
  readonly attemptId: number
  readonly deliveryId: number
  readonly noticeVersionId: number
  readonly messageId: string
  readonly code: string
  /** Of the address. */
  readonly domain: string | null
  /** Refusals "for now" of this mailbox, so far. */
  readonly retries: number
  /** Attempts that broke off, or were refused about us, once the relay knew for whom the message was. */
  readonly setbacks: number
  readonly recipient: Recipient
}

/** Why a concerned person has no delivery: what the lists say, and what delivery itself may find. */
export const UNTOLD_REASONS = [
  'deceased',
  'no_contact',
  'protected_address',
  'no_legal_representative',
  'unusable_address',
  'email_refused_no_postal',
  'unprintable_name',
  'letter_returned',
] as const
export type UntoldReason = (typeof UNTOLD_REASONS)[number]

/** Attempts by e-mail before a letter takes over when the mailbox keeps refusing for now. */
export const MOST_ATTEMPTS = 6
/** Times a message may break off at its recipient before it counts as a refusal about us. */
export const MOST_SETBACKS = 3
/** Times a message may come back for a passing reason, each after days at the relay perhaps, before a letter takes over. */
export const MOST_RETURNS = 3
/** Waiting after a message came back for a passing reason, in seconds: a full mailbox is not emptied in minutes. */
export const RETURN_WAIT = 6 * 3600
/** Waiting after a sender-side refusal, in seconds: the breaker counts them, a person repairs. */
export const SENDER_SIDE_WAIT = 900
/** Waiting after an accident of the relay before the message was handed over, in seconds. */
export const RELAY_WAIT = 20

/** Seconds to wait after the nth refusal "for now": 5 min, 15 min, 45 min… at most 8 h (RFC 5321, 4.5.4.1 asks 30 min at least on average). */
export function backoffSeconds(attempt: number): number {
  return Math.min(300 * 3 ** (attempt - 1), 8 * 3600)
}

/**
 * `d2k-1f3a…@domain`: the same for every attempt of a delivery, so that a resend is recognised, and empty of personal
 * data. From the incident, the campaign, the addressee's key, the very text (field/delivery.md, section 5) and the code drawn
 * for this delivery: nobody but who received the message can write a report that names it.
 */
export function messageIdOf(
  delivery: { id: number; key: string; noticeSha256: string; code: string },
  campaign: Pick<Campaign, 'reference' | 'senderAddress'>,
): string {
  const content = [campaign.reference, delivery.id, delivery.key, delivery.noticeSha256, delivery.code].join(
    '\n',
  )
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 20)
  return `d${delivery.id.toString(36)}-${digest}@${domainOf(campaign.senderAddress)}`
}

/** VERP: the return path names the delivery, so a bounce is known without reading it. */
export function returnPathOf(messageId: string): string {
  const at = messageId.indexOf('@')
  return `b+${messageId.slice(0, at)}@${messageId.slice(at + 1)}`
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase()
}

/** The circuit breaker: trips when refusals about us reach 5 and 5 % of the last attempts (at most 500). */
export function breakerTrips(recent: { readonly attempts: number; readonly senderSide: number }): boolean {
  return recent.senderSide >= 5 && recent.senderSide >= 0.05 * recent.attempts
}

/** One outcome for each person of a cohort other than the concerned: counted apart, in words of its own. */
export interface CohortAccount {
  readonly persons: number
  readonly told: { readonly email: number; readonly letter: number }
  /** No campaign of the cohort was prepared for them yet: they wait, for a review or for a decision. */
  readonly waiting: number
  readonly in_progress: number
  readonly unknown_held: number
  readonly cannot_be_told: Readonly<Record<string, number>>
  readonly lost: number
}

export interface Proof {
  readonly concerned: number
  readonly told: { readonly email: number; readonly letter: number }
  readonly in_progress: number
  readonly unknown_held: number
  readonly cannot_be_told: Readonly<Record<string, number>>
  readonly lost: number
  readonly told_twice: number
  readonly held_for_review: number
  /** Of `in_progress`, those for whom no message is prepared: a campaign has to be. */
  readonly unplanned: number
  /** People told more than the list in force says of them: they left it, are in doubt again, or hold a text that was corrected since. */
  readonly corrections_due: number
  /** What became of the corrections written, in persons. */
  readonly corrections: Readonly<Record<'told' | 'in_progress' | 'unknown_held' | 'cannot_be_told', number>>
  readonly cohorts: Readonly<Record<'cannot_be_excluded' | 'preventive', CohortAccount>>
  readonly messages: { readonly email: number; readonly letter: number }
  readonly journal: { readonly entries: number; readonly head: string; readonly verified: boolean }
}

/** The cohorts whose words are at least as strong: who was told them needs no other first notice. */
export function asStrong(cohort: Cohort): readonly Cohort[] {
  return STRENGTH.slice(0, STRENGTH.indexOf(cohort) + 1)
}
const STRENGTH: readonly Cohort[] = ['concerned', 'cannot_be_excluded', 'preventive']

/** The sum that must hold, each term counted by its own query: nothing in a proof is a difference. */
export function proofHolds(proof: Omit<Proof, 'journal'>): boolean {
  const { concerned, cohorts } = proof
  const accounts = [{ ...proof, persons: concerned, waiting: 0 }, ...Object.values(cohorts)]
  return accounts.every(accountHolds)
}

/** Every person of the account stands in one of its terms. */
export function accountHolds(account: CohortAccount): boolean {
  const untold = Object.values(account.cannot_be_told).reduce((sum, persons) => sum + persons, 0)
  const { persons, told, waiting, in_progress, unknown_held, lost } = account
  return persons === told.email + told.letter + waiting + in_progress + unknown_held + untold + lost
}
