import { findNationalId } from '../../incident/index.ts'
import { type Actor, actorText, record } from '../../journal/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { type Applied, applyReport, judgeReturned } from './apply-report.ts'
import { askReading } from './ask-reading.ts'
import { returnedRefusals } from './refusals.ts'
import { deliveryOfIncident, setIgnored, setLinked } from './report-store.ts'

/**
 * A named person says to which delivery of this incident an unmatched report belongs: what it asks for is then done, as if the
 * report had named it.
 * @param given a Message-ID, or the number of the suggested delivery
 * @throws returned.noSuchMessage, returned.alreadySettled
 */
export async function linkReport(
  platform: Platform,
  incidentId: string,
  reportId: number,
  given: { messageId: string } | { deliveryId: number },
  actor: Actor,
): Promise<void> {
  const applied = await platform.db.transaction(async (tx): Promise<Applied | undefined> => {
    const delivery = await deliveryOfIncident(tx, incidentId, given)
    if (delivery === undefined) throw returnedRefusals.noSuchMessage()
    if (!(await setLinked(tx, reportId, delivery, actorText(actor)))) throw returnedRefusals.alreadySettled()
    const payload = { report: reportId, delivery }
    await record(tx, platform.clock, { actor, kind: 'delivery.report-linked', incidentId, payload })
    return applyReport(tx, platform, reportId, actor)
  })
  if (applied) await judgeReturned(platform, applied)
  else await askReading(platform, 5)
}

/** A named person sets an unmatched report aside, and says why. @throws returned.saidWhy, returned.nationalId, returned.alreadySettled */
export async function ignoreReport(
  platform: Platform,
  incidentId: string,
  reportId: number,
  because: string,
  actor: Actor,
): Promise<void> {
  const said = because.trim().slice(0, 200)
  if (said === '') throw returnedRefusals.saidWhy()
  if (findNationalId(said) !== undefined) throw returnedRefusals.nationalId()
  await platform.db.transaction(async (tx) => {
    if (!(await setIgnored(tx, reportId, said, actorText(actor), platform.clock.now())))
      throw returnedRefusals.alreadySettled()
    const payload = { report: reportId, because: said }
    await record(tx, platform.clock, { actor, kind: 'delivery.report-ignored', incidentId, payload })
  })
}
