import type { Tx } from '../platform/database.ts'
import { costsOf } from './costs-store.ts'
import { filingsOf, tolerancesOf } from './filings-store.ts'
import { contractsOf } from './insurance-store.ts'
import type { Disruption } from './model.ts'

/** All that is kept of what the outage blocks and costs, as it stands. */
export async function readDisruption(tx: Tx, incidentId: string): Promise<Disruption> {
  return {
    contracts: await contractsOf(tx, incidentId),
    filings: await filingsOf(tx, incidentId),
    tolerances: await tolerancesOf(tx, incidentId),
    costs: await costsOf(tx, incidentId),
  }
}
