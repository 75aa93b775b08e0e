import { strategyInForce, strategyRefusals } from '../../people/lists/index.ts'
import type { Tx } from '../../platform/database.ts'
import type { Campaign } from '../model.ts'
import { latestListVersion } from '../proof/index.ts'
import { deliveryRefusals } from '../refusals.ts'

type Preventive = Pick<Campaign, 'cohort' | 'incidentId' | 'listVersionId' | 'reference'>

/**
 * To people on no list one writes under a decision in force; and a campaign begins only while the list that its messages cite
 * is the latest. Other cohorts need neither: what no longer suits a newer list was taken back when it was published.
 * @throws lists.strategyNeeded, delivery.listOutdated
 */
export async function checkPreventive(tx: Tx, campaign: Preventive, begins: boolean): Promise<void> {
  if (campaign.cohort !== 'preventive') return
  if ((await strategyInForce(tx, campaign.incidentId)) !== 'preventive_to_all')
    throw strategyRefusals.strategyNeeded()
  const latest = await latestListVersion(tx, campaign.incidentId)
  if (begins && latest !== campaign.listVersionId)
    throw deliveryRefusals.listOutdated({ reference: campaign.reference })
}
