import type { Context } from 'hono'
import { actorOf } from '../../access/index.ts'
import { type DeskEnv, incidentPath } from '../../desk/index.ts'
import { record } from '../../journal/index.ts'
import { csvTable } from '../../platform/csv-cell.ts'
import { campaignPath } from '../pages/campaign-in-hand.ts'
import { campaignOf } from '../planning/prepare-incident-campaign.ts'
import { deliveryRefusals } from '../refusals.ts'
import { correctAllDue, correctText } from './prepare-correction.ts'
import { type ToldLine, toldBy } from './version-store.ts'

type Ctx = Context<DeskEnv>

/** Prepares the correction of a campaign's text, or all those due; they then wait for two releases. */
export async function prepareCorrections(c: Ctx): Promise<Response> {
  const form = await c.req.parseBody()
  const platform = c.get('platform')
  const actor = actorOf(c.get('viewer'))
  const { reference: incidentReference } = c.get('incident')
  const named = form['campaign']
  if (typeof named === 'string') {
    const why =
      form['why'] === 'advice_superseded' ? ('advice_superseded' as const) : ('fact_changed' as const)
    const { id: campaignId } = await campaignOf(platform.db, incidentReference, undefined, named)
    const { campaign } = await correctText(platform, { incidentReference, campaignId, why }, actor)
    return c.redirect(campaignPath(c, 'sending', campaign), 303)
  }
  const prepared = await correctAllDue(platform, incidentReference, actor)
  const [only] = prepared
  const path =
    prepared.length === 1 && only
      ? campaignPath(c, 'sending', only.campaign)
      : incidentPath(c, 'sending/corrections')
  return c.redirect(path, 303)
}

/** Who one text told, for a spreadsheet. It names people: asked with a fresh proof, and written in the journal. */
export async function sendVersionCsv(c: Ctx): Promise<Response> {
  const { db, clock } = c.get('platform')
  const incident = c.get('incident')
  const notice = Number(c.req.param('notice'))
  const told = await toldBy(db, incident.id, [notice])
  if (told.length === 0) throw deliveryRefusals.noSuchDeliveries()
  await db.transaction((tx) =>
    record(tx, clock, {
      actor: actorOf(c.get('viewer')),
      kind: 'versions.exported',
      incidentId: incident.id,
      payload: { notice, persons: told.length, sha256: told[0]?.sha256 ?? '' },
    }),
  )
  return c.body(csvOf(told), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="texte-${notice}.csv"`,
    'cache-control': 'no-store',
  })
}

function csvOf(told: readonly ToldLine[]): string {
  const head = ['person', 'member_id', 'campaign', 'version', 'sha256', 'channel', 'told_at', 'code']
  const lines = told.map(({ personId, memberId, campaign, version, sha256, channel, at, code }) => [
    personId,
    memberId,
    campaign,
    version,
    sha256,
    channel,
    at,
    code,
  ])
  return csvTable([head, ...lines])
}
