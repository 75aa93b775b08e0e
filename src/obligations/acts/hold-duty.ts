import { actorName, actorText, record } from '../../journal/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { findDuty } from '../case/find-duty.ts'
import { dutyNamed } from '../duty-named.ts'
import {
  DUTY_HOLDERS,
  type DutyGround,
  type DutyPerson,
  FIELDS,
  onDuties,
  requireDutyRole,
  typedWords,
} from '../duty-writer.ts'
import { obligationRefusals } from '../refusals.ts'
import { type Hold, insertHold, latestHold } from '../stores/hold-store.ts'

type Ground = Pick<Platform, 'db' | 'clock'>

/** A duty, and the last row about who holds it that the writer saw (0: none). */
interface HoldInput {
  readonly conclusionId: string
  readonly seen?: number | undefined
}

/**
 * Takes a duty that nobody holds. Taking again what one holds changes nothing.
 * @throws Refusal obligations.roleNeeded, unknownDuty, heldBy
 */
export async function takeDuty(
  platform: Ground,
  incidentId: string,
  { conclusionId }: HoldInput,
  by: DutyPerson,
): Promise<void> {
  requireDutyRole(by, DUTY_HOLDERS)
  return onDuties(platform, incidentId, async (ground) => {
    const { conclusion } = await findDuty(ground, conclusionId)
    const standing = await latestHold(ground.tx, ground.incident.id, conclusionId)
    if (standing?.holder === by.name) return
    if (standing?.holder) throw obligationRefusals.heldBy({ holder: standing.holder })
    const hold = { conclusion: conclusionId, act: 'taken' as const, holder: by.name, userId: by.userId }
    await write(ground, hold, by, conclusion)
  })
}

/**
 * Gives a duty to somebody, with an account or without one: whoever answers for it may not work at the desk.
 * @throws Refusal obligations.roleNeeded, unknownDuty, missing, nationalId, changedMeanwhile
 */
export async function giveDuty(
  platform: Ground,
  incidentId: string,
  input: HoldInput & { readonly to: string; readonly userId?: string | null },
  by: DutyPerson,
): Promise<void> {
  requireDutyRole(by)
  const holder = typedWords(FIELDS.holder, input.to, { most: 120 })
  return onDuties(platform, incidentId, async (ground) => {
    const { conclusion } = await findDuty(ground, input.conclusionId)
    const standing = await latestHold(ground.tx, ground.incident.id, input.conclusionId)
    refuseChanged(standing, input.seen)
    if (standing?.holder === holder && standing.userId === (input.userId ?? null)) return
    const hold = {
      conclusion: input.conclusionId,
      act: 'given' as const,
      holder,
      userId: input.userId ?? null,
    }
    await write(ground, hold, by, conclusion)
  })
}

/**
 * Lets a duty go: who holds it, or who may give it.
 * @throws Refusal obligations.roleNeeded, notHeld, changedMeanwhile
 */
export async function letGo(
  platform: Ground,
  incidentId: string,
  { conclusionId, seen }: HoldInput,
  by: DutyPerson,
): Promise<void> {
  requireDutyRole(by, DUTY_HOLDERS)
  return onDuties(platform, incidentId, async (ground) => {
    const standing = await latestHold(ground.tx, ground.incident.id, conclusionId)
    if (!standing?.holder) throw obligationRefusals.notHeld()
    if (standing.holder !== by.name) requireDutyRole(by)
    refuseChanged(standing, seen)
    await write(ground, { conclusion: conclusionId, act: 'let_go', holder: null, userId: null }, by)
  })
}

function refuseChanged(standing: Hold | undefined, seen: number | undefined): void {
  if (seen === undefined || (standing?.id ?? 0) === seen) return
  throw obligationRefusals.changedMeanwhile({
    what: FIELDS.holder,
    by: standing ? actorName(standing.recordedBy) : '',
  })
}

type Written = Pick<Hold, 'conclusion' | 'act' | 'holder' | 'userId'>

/** The row and its entry. */
export async function write(
  { tx, clock, incident, at }: DutyGround,
  hold: Written,
  by: Pick<DutyPerson, 'actor'>,
  named: Parameters<typeof dutyNamed>[0] = hold.conclusion,
): Promise<void> {
  await insertHold(tx, incident.id, { ...hold, at, recordedBy: actorText(by.actor) })
  await record(tx, clock, {
    actor: by.actor,
    kind: `duty.${hold.act}`,
    incidentId: incident.id,
    payload: { ...dutyNamed(named), holder: hold.holder ?? undefined },
  })
}
