import { actorName, actorText, record } from '../../journal/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { findDuty } from '../case/find-duty.ts'
import { dutyNamed } from '../duty-named.ts'
import { type DutyPerson, FIELDS, onDuties, requireDutyRole, typedWords } from '../duty-writer.ts'
import { obligationRefusals } from '../refusals.ts'
import { insertReason, reasonsOf } from '../stores/hold-store.ts'

/**
 * Keeps why a clock is missed, or will be: the notification says it (GDPR art. 33(1)), and the authority is told before the time
 * runs out where the text asks for it (Del. Reg. 2025/301 art. 5(3)). A second reason stands over the first, which stays.
 * @param input.seen id of the reason that the writer saw, 0 for none
 * @throws Refusal obligations.roleNeeded, unknownDuty, missing, nationalId, changedMeanwhile
 */
export async function recordDelayReason(
  platform: Pick<Platform, 'db' | 'clock'>,
  incidentId: string,
  input: { readonly conclusionId: string; readonly reason: string; readonly seen?: number | undefined },
  by: DutyPerson,
): Promise<number> {
  requireDutyRole(by)
  const reason = typedWords(FIELDS.reason, input.reason)
  return onDuties(platform, incidentId, async (ground) => {
    const { tx, clock, incident, now } = ground
    const { conclusion } = await findDuty(ground, input.conclusionId)
    const [standing] = await reasonsOf(tx, incident.id, conclusion.id)
    if (input.seen !== undefined && (standing?.id ?? 0) !== input.seen)
      throw obligationRefusals.changedMeanwhile({
        what: FIELDS.reason,
        by: standing ? actorName(standing.recordedBy) : '',
      })
    if (standing?.reason === reason) return standing.id
    const kept = { conclusion: conclusion.id, reason, at: now, recordedBy: actorText(by.actor) }
    const id = await insertReason(tx, incident.id, kept)
    await record(tx, clock, {
      actor: by.actor,
      kind: 'duty.delay_explained',
      incidentId: incident.id,
      payload: { ...dutyNamed(conclusion), reason: id },
    })
    return id
  })
}
