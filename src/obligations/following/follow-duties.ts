import { findIncidentById } from '../../incident/index.ts'
import { record, tocsin } from '../../journal/index.ts'
import { assess, type Conclusion } from '../../law/index.ts'
import { type Clock, Temporal } from '../../platform/clock.ts'
import { ZONE } from '../../platform/i18n.ts'
import type { Platform } from '../../platform/platform.ts'
import { readBoardIn } from '../board/read-board.ts'
import { withOffset } from '../case/fact-as-law.ts'
import { wallInstant } from '../case/incident-now.ts'
import { judged } from '../case/judge-organisation.ts'
import { keepConclusions } from '../case/keep-conclusions.ts'
import { readIncidentCase } from '../case/read-case.ts'
import { dutyNamed } from '../duty-named.ts'
import { type DutyGround, groundOf } from '../duty-writer.ts'
import type { BoardLine } from '../model.ts'
import { insertReminder } from '../stores/reminder-store.ts'
import { findOpenIncident } from './open-incidents.ts'
import { isReminded, nextReminder, reminderDue } from './reminder-due.ts'

/** A change made where nobody tells this room is seen after an hour at the most. */
const LOOK_AGAIN = { hours: 1 }

/**
 * Looks at the duties of an incident: keeps what was concluded anew, gives the reminders whose hour has come, each once whatever
 * restarts and workers do. Nothing happens in a closed incident.
 * @returns the instant on the wall to look again; null when the incident is closed or unknown
 */
export async function followDuties(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  incidentId: string,
): Promise<Temporal.Instant | null> {
  const others = await ofOthers(db, clock, incidentId)
  return db.transaction(async (tx) => {
    const incident = await findOpenIncident(tx, incidentId)
    if (!incident) return null
    const ground = groundOf(tx, clock, incident)
    const { caseFile, own } = await readIncidentCase(tx, clock, incident)
    const ours = own === null ? [] : judged(caseFile, own, { silent: true, every: true }).conclusions
    await keepConclusions(ground, [...ours, ...others], own, tocsin)
    const { lines } = await readBoardIn(tx, clock, incident, { everyNeighbour: true })
    const due = lines.filter((line) => isReminded(line, ground.now))
    for (const line of due) await remind(ground, line)
    const next = due
      .map((line) => nextReminder(line.dueAt!, ground.now))
      .map((at) => wallInstant(incident, at))
    return [...next, ground.at.add(LOOK_AGAIN)].sort(Temporal.Instant.compare)[0]!
  })
}

/** A longer chain is judged when somebody looks at it, and what it owes is not kept. */
const KEPT_CHAIN = 200

/**
 * What is due at suppliers and clients is kept too. It is judged before the incident is locked, and what is written meanwhile is seen
 * at the next look.
 */
async function ofOthers(db: Platform['db'], clock: Clock, incidentId: string): Promise<Conclusion[]> {
  const incident = await findIncidentById(db, incidentId)
  if (!incident || incident.closedAt) return []
  const { caseFile, own } = await readIncidentCase(db, clock, incident)
  if (caseFile.organisations.length > KEPT_CHAIN) return []
  return assess(caseFile, { questionsFor: [] }).conclusions.filter(({ organisation }) => organisation !== own)
}

async function remind({ tx, clock, incident, now, at }: DutyGround, line: BoardLine): Promise<void> {
  const dueAt = line.dueAt!
  const due = reminderDue(dueAt, now)
  if (!due) return
  const duty = line.conclusion.id
  const given = await insertReminder(tx, incident.id, {
    conclusion: duty,
    dueAt,
    ...due,
    holder: line.holder,
    at: now,
    recordedAt: at,
  })
  if (given === undefined) return
  await record(tx, clock, {
    actor: tocsin,
    kind: `duty.reminded_${due.step}`,
    incidentId: incident.id,
    payload: {
      ...dutyNamed(line.conclusion),
      due: withOffset(dueAt, ZONE),
      holder: line.holder ?? undefined,
      turn: due.turn || undefined,
    },
  })
}
