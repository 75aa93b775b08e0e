import { actorText } from '../../journal/index.ts'
import { lawFact } from '../../law/index.ts'
import type { Platform } from '../../platform/platform.ts'
import {
  type DutyGround,
  type DutyPerson,
  FIELDS,
  onDuties,
  requireDutyRole,
  typedWords,
} from '../duty-writer.ts'
import { obligationRefusals } from '../refusals.ts'
import {
  clauseById,
  clausesOf,
  insertClause,
  insertClauseEnd,
  type KeptClause,
} from '../stores/contract-store.ts'
import { journal } from './record-filing.ts'
import { ownerOf } from './state-fact.ts'

type Ground = Pick<Platform, 'db' | 'clock'>

/** What an agreement sets, upstream or downstream: who tells whom, within what time, from which fact. */
interface ClauseInput {
  /** Keys of organisations of the chain. */
  readonly from: string
  readonly to: string
  readonly article: string
  readonly hours?: number | undefined
  readonly workingDays?: number | undefined
  /** Fact of `from` that starts it: an instant; when it was aware, when left out. */
  readonly starts?: string | undefined
}

/**
 * Enters a clause: its clock stands on the board of who owes it from then on. The very same clause again writes nothing.
 * @returns the number of the clause
 * @throws Refusal obligations.roleNeeded, unknownOrganisation, badClause, unknownFact, missing, nationalId
 */
export async function addContract(
  platform: Ground,
  incidentId: string,
  input: ClauseInput,
  by: DutyPerson,
): Promise<number> {
  requireDutyRole(by)
  return onDuties(platform, incidentId, (ground) => addContractIn(ground, input, by))
}

/** The same, inside the caller's transaction. */
export async function addContractIn(
  ground: DutyGround,
  input: ClauseInput,
  by: Pick<DutyPerson, 'actor'>,
): Promise<number> {
  const { tx, incident, at } = ground
  const article = typedWords(FIELDS.article, input.article, { most: 300 })
  const from = (await ownerOf(tx, incident.id, input.from)).key
  const to = (await ownerOf(tx, incident.id, input.to)).key
  const { hours = null, workingDays = null, starts = null } = input
  const isDelay = (count: number | null, most: number) =>
    count === null || (Number.isInteger(count) && count >= 1 && count <= most)
  if (from === to || (hours !== null) === (workingDays !== null)) throw obligationRefusals.badClause()
  if (!isDelay(hours, 8760) || !isDelay(workingDays, 365)) throw obligationRefusals.badClause()
  if (starts !== null && lawFact(starts)?.kind !== 'instant')
    throw obligationRefusals.unknownFact({ fact: starts })
  const again = (await clausesOf(tx, incident.id)).find(
    (one) => one.endedAt === null && isSame(one, { from, to, article, hours, workingDays, starts }),
  )
  if (again) return again.id
  const kept = { from, to, article, hours, workingDays, starts, recordedAt: at }
  const id = await insertClause(tx, incident.id, { ...kept, recordedBy: actorText(by.actor) })
  await journal(ground, by.actor, 'duty.contract_added', { clause: id, from, to })
  return id
}

type SaidClause = Pick<KeptClause, 'from' | 'to' | 'article' | 'hours' | 'workingDays' | 'starts'>

function isSame(one: SaidClause, other: SaidClause): boolean {
  return (
    one.from === other.from &&
    one.to === other.to &&
    one.article === other.article &&
    one.hours === other.hours &&
    one.workingDays === other.workingDays &&
    one.starts === other.starts
  )
}

/**
 * Ends a clause: terminated, or entered by mistake. What was due by it stays written.
 * @throws Refusal obligations.roleNeeded, unknownClause, clauseEnded, missing, nationalId
 */
export async function endContract(
  platform: Ground,
  incidentId: string,
  input: { readonly clause: number; readonly reason: string },
  by: DutyPerson,
): Promise<void> {
  requireDutyRole(by)
  const reason = typedWords(FIELDS.reason, input.reason, { most: 1000 })
  return onDuties(platform, incidentId, async (ground) => {
    const { tx, incident, at } = ground
    const { clause } = input
    if (!(await clauseById(tx, incident.id, clause))) throw obligationRefusals.unknownClause({ clause })
    const end = { clauseId: clause, reason, at, by: actorText(by.actor) }
    if (!(await insertClauseEnd(tx, end))) throw obligationRefusals.clauseEnded({ clause })
    await journal(ground, by.actor, 'duty.contract_ended', { clause })
  })
}
