import sample from '../../sample/disruption.json' with { type: 'json' }
import type { Actor } from '../journal/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import { within } from './ground.ts'
import { contractsOf } from './insurance-store.ts'
import { recordCost } from './record-cost.ts'
import { enterFiling } from './record-filing.ts'
import { recordContract, recordCover } from './record-insurance.ts'
import { attachTolerance, recordTolerance } from './record-tolerance.ts'

/** What the outage of the exercise blocks and costs, with fictional codes: whole or not at all, once. */
export async function loadSampleDisruption(
  platform: { readonly db: Database; readonly clock: Clock },
  incidentId: string,
  actor: Actor,
): Promise<void> {
  await platform.db.transaction(async (tx) => {
    if ((await contractsOf(tx, incidentId)).length > 0) return
    const ground = within(tx, platform.clock)
    for (const { cover, ...card } of sample.contracts) {
      const contract = await recordContract(ground, incidentId, card, actor)
      for (const line of cover) await recordCover(ground, incidentId, contract, line, actor)
    }
    for (const filing of sample.filings) await enterFiling(ground, incidentId, filing, actor)
    for (const { kind, ...said } of sample.tolerances) {
      const tolerance = await recordTolerance(ground, incidentId, said, actor)
      await attachTolerance(ground, incidentId, { tolerance, attached: true, kind }, actor)
    }
    for (const cost of sample.costs) await recordCost(ground, incidentId, cost, actor)
  })
}
