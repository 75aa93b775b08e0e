import { currentFact, lawFactKey } from '../../incident/index.ts'
import { actorText } from '../../journal/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { type FoundDuty, findDuty } from '../case/find-duty.ts'
import { dutyNamed } from '../duty-named.ts'
import {
  type DutyGround,
  type DutyPerson,
  FIELDS,
  onDuties,
  requireDutyRole,
  typedWords,
} from '../duty-writer.ts'
import { obligationRefusals } from '../refusals.ts'
import { filingById, type KeptFiling } from '../stores/filing-store.ts'
import { filingsDoing, isMade, journal, put, stateDone } from './record-filing.ts'
import { ownerOf, stateFact } from './state-fact.ts'

/**
 * Strikes a filing recorded on the wrong line, or that never left: the row stays with the reason, the duty is due again, and nothing
 * runs from it any more. A fact that only this filing stated is kept as disputed, so that nothing is concluded from it.
 * @throws Refusal obligations.roleNeeded, unknownFiling, changedMeanwhile, missing, nationalId
 */
export async function strikeFiling(
  platform: Pick<Platform, 'db' | 'clock'>,
  incidentId: string,
  input: { readonly filing: number; readonly reason: string },
  by: DutyPerson,
): Promise<void> {
  requireDutyRole(by)
  const reason = typedWords(FIELDS.reason, input.reason, { most: 1000 })
  return onDuties(platform, incidentId, async (ground) => {
    const old = await filingById(ground.tx, ground.incident.id, input.filing)
    if (!old) throw obligationRefusals.unknownFiling({ filing: input.filing })
    const duty = await findDuty(ground, old.conclusionId)
    const { id: _, file: __, supersededBy: ___, ...kept } = old
    const stamp = { recordedAt: ground.at, recordedBy: actorText(by.actor) }
    await put(ground, { ...kept, ...stamp, state: 'struck', correction: reason }, old.id)
    if (isMade(old)) await undo(ground, duty, old, by)
    await journal(ground, by.actor, 'duty.filing_struck', { ...dutyNamed(old.conclusionId), filing: old.id })
  })
}

async function undo(ground: DutyGround, duty: FoundDuty, old: KeptFiling, by: DutyPerson): Promise<void> {
  const { doneBy } = duty.conclusion.snapshot.rule
  if (!doneBy || old.factId === null) return
  const [first, ...others] = await filingsDoing(ground, duty)
  if (first) {
    await stateDone(ground, duty, [first, ...others], by)
    return
  }
  const owner = await ownerOf(ground.tx, ground.incident.id, duty.conclusion.organisation)
  const fact = await currentFact(ground.tx, ground.incident.id, lawFactKey(doneBy, owner))
  // Another instant was stated by somebody since: it stands.
  if (fact?.kind !== 'instant' || fact.value.at !== old.entered) return
  const { kind, value } = fact
  const sourceKind = owner.own ? ('controller' as const) : ('processor' as const)
  const source = { source: owner.name, sourceKind, asOf: ground.now, owner: by.name }
  const content = { kind, value }
  await stateFact(
    ground,
    { fact: doneBy, owner, content, source: { ...source, confidence: 'disputed' } },
    by.actor,
  )
}
