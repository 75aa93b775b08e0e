import { actorName, actorText } from '../../journal/index.ts'
import { words } from '../../law/index.ts'
import type { Platform } from '../../platform/platform.ts'
import {
  type DutyGround,
  type DutyPerson,
  FIELDS,
  onDuties,
  requireDutyRole,
  typedDay,
  typedWords,
} from '../duty-writer.ts'
import { obligationRefusals } from '../refusals.ts'
import {
  INVESTIGATION_KINDS,
  INVESTIGATION_STATES,
  type Investigation,
  insertInvestigation,
  insertStep,
  investigationsOf,
} from '../stores/investigation-store.ts'
import { journal } from './record-filing.ts'

type Ground = Pick<Platform, 'db' | 'clock'>

/** An investigation of an authority, as a form gives it. */
interface InvestigationInput {
  readonly authority: string
  /** `inspection`, `preliminary`, `judicial` or `other`. */
  readonly kind: string
  /** As the authority names them. */
  readonly offences?: readonly string[] | undefined
  readonly reference?: string | undefined
  /** `YYYY-MM-DD`. */
  readonly openedOn: string
  readonly contact?: string | undefined
}

/**
 * Enters an investigation, open. The very same one again writes nothing.
 * @returns its number
 * @throws Refusal obligations.roleNeeded, badChoice, badDay, missing, nationalId
 */
export async function openInvestigation(
  platform: Ground,
  incidentId: string,
  input: InvestigationInput,
  by: DutyPerson,
): Promise<number> {
  requireDutyRole(by)
  return onDuties(platform, incidentId, (ground) => openInvestigationIn(ground, input, by))
}

/** The same, inside the caller's transaction. */
export async function openInvestigationIn(
  ground: DutyGround,
  input: InvestigationInput,
  by: Pick<DutyPerson, 'actor'>,
): Promise<number> {
  const { tx, incident, at } = ground
  const kind = INVESTIGATION_KINDS.find((one) => one === input.kind)
  if (!kind) throw obligationRefusals.badChoice({ where: FIELDS.kind, known: INVESTIGATION_KINDS })
  const offences = (input.offences ?? []).filter((one) => one.trim() !== '')
  const said = {
    authority: typedWords(FIELDS.authority, input.authority, { most: 200 }),
    kind,
    offences: offences.map((one) => typedWords(FIELDS.offences, one, { most: 300 })),
    reference: typedWords(FIELDS.reference, input.reference, { optional: true, most: 200 }),
    openedOn: typedDay(FIELDS.day, input.openedOn),
    contact: typedWords(FIELDS.contact, input.contact, { optional: true, most: 300 }),
  }
  const again = (await investigationsOf(tx, incident.id)).find((one) => isSame(one, said))
  if (again) return again.id
  const id = await insertInvestigation(tx, incident.id, {
    ...said,
    recordedAt: at,
    recordedBy: actorText(by.actor),
  })
  await journal(ground, by.actor, 'duty.investigation_opened', { investigation: id, kind })
  return id
}

type Said = Pick<Investigation, 'authority' | 'kind' | 'offences' | 'reference' | 'openedOn' | 'contact'>

function isSame(one: Said, other: Said): boolean {
  const said = ({ authority, kind, offences, reference, openedOn, contact }: Said) =>
    JSON.stringify([authority, kind, offences, reference, openedOn, contact])
  return said(one) === said(other)
}

/** What happened next in an investigation. */
interface StepInput {
  readonly investigation: number
  /** `open`, `waiting` (for us), `answered` or `closed`. */
  readonly state: string
  readonly on: string
  readonly note: string
  /** Id of the last step that the writer saw, 0 for none. */
  readonly seen?: number | undefined
}

/**
 * Adds a step to an investigation; the last one says its state.
 * @throws Refusal obligations.roleNeeded, unknownInvestigation, changedMeanwhile, badChoice, badDay, missing, nationalId
 */
export async function followInvestigation(
  platform: Ground,
  incidentId: string,
  input: StepInput,
  by: DutyPerson,
): Promise<number> {
  requireDutyRole(by)
  return onDuties(platform, incidentId, async (ground) => {
    const { tx, incident, at } = ground
    const { investigation } = input
    const found = (await investigationsOf(tx, incident.id)).find(({ id }) => id === investigation)
    if (!found) throw obligationRefusals.unknownInvestigation({ investigation })
    const [last] = found.steps
    if (input.seen !== undefined && (last?.id ?? 0) !== input.seen)
      throw obligationRefusals.changedMeanwhile({
        what: words('L’enquête', 'The investigation'),
        by: last ? actorName(last.recordedBy) : '',
      })
    const state = INVESTIGATION_STATES.find((one) => one === input.state)
    if (!state) throw obligationRefusals.badChoice({ where: FIELDS.state, known: INVESTIGATION_STATES })
    const said = { on: typedDay(FIELDS.day, input.on), note: typedWords(FIELDS.note, input.note) }
    if (last?.state === state && last.on === said.on && last.note === said.note) return last.id
    const id = await insertStep(tx, investigation, {
      state,
      ...said,
      recordedAt: at,
      recordedBy: actorText(by.actor),
    })
    await journal(ground, by.actor, 'duty.investigation_followed', { investigation, state })
    return id
  })
}
