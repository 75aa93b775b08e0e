import { words } from '../../law/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { findDuty } from '../case/find-duty.ts'
import { rowOf } from '../case/keep-conclusions.ts'
import { dutyNamed } from '../duty-named.ts'
import { type DutyPerson, onDuties, requireDutyRole } from '../duty-writer.ts'
import { obligationRefusals } from '../refusals.ts'
import { insertConclusions, insertRules, latestConclusions } from '../stores/conclusion-store.ts'
import { journal } from './record-filing.ts'

/**
 * Accepts that a line follows the rule as it was rewritten. What the old version concluded stays kept.
 * @param input.hash of the rule that the person read: if it changed again, nothing is written
 * @throws Refusal obligations.roleNeeded, unknownDuty, changedMeanwhile
 */
export async function acceptRule(
  platform: Pick<Platform, 'db' | 'clock'>,
  incidentId: string,
  input: { readonly conclusionId: string; readonly hash: string },
  by: DutyPerson,
): Promise<void> {
  requireDutyRole(by)
  return onDuties(platform, incidentId, async (ground) => {
    const { tx, incident, at } = ground
    const { conclusion, read } = await findDuty(ground, input.conclusionId)
    const { hash, rule } = conclusion.snapshot
    if (hash !== input.hash)
      throw obligationRefusals.changedMeanwhile({ what: words('La règle', 'The rule'), by: 'Tocsin' })
    const kept = await latestConclusions(tx, incident.id, conclusion.organisation)
    const old = kept.find((one) => one.conclusion === conclusion.id)
    if (old?.ruleHash === hash) return
    await insertRules(tx, [conclusion.snapshot], at)
    await insertConclusions(tx, incident.id, [rowOf(conclusion, read.own)], at)
    const payload = { ...dutyNamed(conclusion), version: rule.version, before: old?.version }
    await journal(ground, by.actor, 'duty.rule_accepted', payload)
  })
}
