import type { Context } from 'hono'
import { type DeskEnv, incidentPath } from '../../desk/index.ts'
import { campaignsOf, currentCampaign } from '../campaign-store.ts'
import type { Campaign } from '../model.ts'

/** The campaign a page is about: the one its address names (`?campaign=`), else the one in hand. */
export async function campaignInHand(c: Context<DeskEnv>): Promise<Campaign | undefined> {
  const { db } = c.get('platform')
  const { id } = c.get('incident')
  const asked = c.req.query('campaign')
  if (asked === undefined) return currentCampaign(db, id)
  return (await campaignsOf(db, id)).find(({ reference }) => reference === asked)
}

/** A path of the incident that keeps to this campaign. */
export function campaignPath(
  c: Context<DeskEnv>,
  path: string,
  campaign: Pick<Campaign, 'reference'>,
): string {
  return incidentPath(c, `${path}?campaign=${encodeURIComponent(campaign.reference)}`)
}

/** A path of the incident that keeps to the campaign the address names, if it names one. */
export function samePage(c: Context<DeskEnv>, path: string): string {
  const asked = c.req.query('campaign')
  return incidentPath(c, asked === undefined ? path : `${path}?campaign=${encodeURIComponent(asked)}`)
}
