import { findNationalId, type Incident, writableIncident } from '../incident/index.ts'
import type { Actor } from '../journal/index.ts'
import { type Words, words } from '../law/index.ts'
import { type Clock, Temporal } from '../platform/clock.ts'
import type { TxClient } from '../platform/database.ts'
import { plainText } from '../platform/plain-text.ts'
import type { Platform } from '../platform/platform.ts'
import { storyNow } from './case/incident-now.ts'
import { obligationRefusals } from './refusals.ts'

/** A person of the team who acts on a duty. */
export interface DutyPerson {
  readonly userId: string
  readonly name: string
  readonly roles: readonly string[]
  readonly actor: Actor
}

/** Who states, decides and files. The others read, and may hold a duty that was given to them. */
export const DUTY_WRITERS = ['lead', 'dpo'] as const
/** Who may take a duty, or let it go. */
export const DUTY_HOLDERS = ['lead', 'dpo', 'communication'] as const

/** @throws Refusal obligations.roleNeeded */
export function requireDutyRole(
  { roles }: Pick<DutyPerson, 'roles'>,
  allowed: readonly string[] = DUTY_WRITERS,
): void {
  if (!roles.some((role) => allowed.includes(role))) throw obligationRefusals.roleNeeded({ roles: allowed })
}

/** What every act on a duty has: one transaction, the incident locked, one instant. */
export interface DutyGround {
  readonly tx: TxClient
  readonly clock: Clock
  readonly incident: Incident
  /** By the clock of the incident: what instants typed by people are compared with. */
  readonly now: Temporal.Instant
  /** On the wall: when it is written. */
  readonly at: Temporal.Instant
}

/**
 * Runs an act in one transaction, the incident locked: of several people at once, each sees what the one before wrote.
 * @throws Refusal incident.unknownIncident, incident.incidentClosed
 */
export function onDuties<T>(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  incidentId: string,
  work: (ground: DutyGround) => Promise<T>,
): Promise<T> {
  return db.transaction(async (tx) => {
    const incident = await writableIncident(tx, incidentId)
    return work(groundOf(tx, clock, incident))
  })
}

export function groundOf(tx: TxClient, clock: Clock, incident: Incident): DutyGround {
  const at = clock.now()
  return { tx, clock: { now: () => at }, incident, now: storyNow(incident, at), at }
}

const MOST = 4000

/**
 * Words typed by a person, without the spaces around.
 * @throws Refusal obligations.missing (unless it may be left empty), tooLong, nationalId
 */
export function typedWords(
  where: Words,
  typed: string | undefined,
  { optional = false, most = MOST }: { optional?: boolean; most?: number } = {},
): string {
  const text = plainText(typed ?? '').trim()
  if (text === '' && !optional) throw obligationRefusals.missing({ where })
  if (text.length > most) throw obligationRefusals.tooLong({ where, most })
  if (findNationalId(text) !== undefined) throw obligationRefusals.nationalId({ where })
  return text
}

/** A day typed by a person. @throws Refusal obligations.badDay */
export function typedDay(where: Words, typed: string | undefined): string {
  const day = (typed ?? '').trim()
  if (!isDay(day)) throw obligationRefusals.badDay({ where })
  return day
}

function isDay(day: string): boolean {
  try {
    return /^\d{4}-\d\d-\d\d$/.test(day) && Temporal.PlainDate.from(day, { overflow: 'reject' }).year >= 1900
  } catch {
    return false
  }
}

export const FIELDS = {
  who: words('Qui l’a appris', 'Who learned of it'),
  how: words('Comment', 'How'),
  evidence: words('La preuve', 'Evidence'),
  reason: words('Le motif', 'The reason'),
  reasons: words('Les raisons', 'The reasons'),
  holder: words('Tenue par', 'Held by'),
  receipt: words('Le récépissé', 'The receipt'),
  channel: words('Le canal', 'The channel'),
  note: words('La note', 'The note'),
  at: words('L’instant', 'The instant'),
  article: words('L’article du contrat', 'The article of the contract'),
  authority: words('L’autorité', 'The authority'),
  kind: words('Le cadre', 'The kind'),
  state: words('L’état', 'The state'),
  offences: words('Les infractions', 'The offences'),
  reference: words('La référence', 'The reference'),
  day: words('La date', 'The day'),
  file: words('Le nom du fichier', 'The name of the file'),
  contact: words('Le contact', 'The contact'),
  source: words('La source', 'The source'),
  level: words('Le risque', 'The risk'),
} as const
