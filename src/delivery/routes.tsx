import { type Context, Hono } from 'hono'
import { actorOf, requireRole, requireStepUp } from '../access/index.ts'
import { type DeskEnv, incidentPath } from '../desk/index.ts'
import { COHORTS } from '../people/lists/index.ts'
import { composePage } from './compose/compose-page.tsx'
import { changeChoice, showComposedLetter } from './compose/compose-routes.ts'
import { prepareCorrections, sendVersionCsv } from './corrections/correction-routes.ts'
import { showCorrections } from './corrections/corrections-page.tsx'
import { showVersions } from './corrections/versions-page.tsx'
import { type Decision, decideUnknown } from './decide-unknown.ts'
import { showDeliveries } from './live/deliveries-page.tsx'
import { showSending } from './live/sending-page.tsx'
import { wavesRoutes } from './live/waves-routes.ts'
import { type Campaign, OUTBOX_READERS, RELEASERS } from './model.ts'
import { campaignInHand, campaignPath, samePage } from './pages/campaign-in-hand.ts'
import { showOutbox, showOutboxMessage, showOutboxSource } from './pages/outbox-page.tsx'
import { showRelease, showTrialLetter } from './pages/release-page.tsx'
import { pauseCampaign, resumeCampaign, SINCE_BACKUP, sendCampaign } from './pause-campaign.ts'
import { prepareCampaign } from './planning/prepare-incident-campaign.ts'
import { askPreventive } from './planning/prepare-job.ts'
import { letterRoutes } from './posting/letter-routes.ts'
import { proofRoutes } from './proof/index.ts'
import { deliveryRefusals } from './refusals.ts'
import { cancelCampaign } from './release/cancel-campaign.ts'
import { releaseCampaign } from './release/release-campaign.ts'
import { returnedRoutes } from './returned/returned-routes.ts'

type Ctx = Context<DeskEnv>

/** Pages under /incidents/:reference: sending, sending/release, outbox, letters, proof. */
export function routes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  const drivers = requireRole(...RELEASERS)
  const readers = requireRole(...OUTBOX_READERS)
  app.get('/sending', showSending)
  app.get('/sending/deliveries', readers, showDeliveries)
  app.get('/sending/corrections', showCorrections)
  app.post('/sending/corrections', drivers, prepareCorrections)
  app.get('/sending/versions', showVersions)
  app.get('/sending/versions/:notice{[0-9]+}/csv', drivers, requireStepUp(), sendVersionCsv)
  app.get('/sending/compose', drivers, (c) => composePage(c))
  app.post('/sending/compose', drivers, changeChoice)
  app.get('/sending/compose/letter', drivers, showComposedLetter)
  app.get('/sending/release', drivers, requireStepUp(), showRelease)
  app.get('/sending/release/letters/:notice{[0-9]+}', drivers, requireStepUp(), showTrialLetter)
  app.post('/sending/campaigns', drivers, prepare)
  app.post('/sending/releases', drivers, requireStepUp(), release)
  app.post('/sending/starts', drivers, requireStepUp(), (c) => change(c, sendCampaign))
  app.post('/sending/cancellations', drivers, requireStepUp(), (c) => change(c, cancelCampaign))
  app.post('/sending/pauses', drivers, (c) => change(c, pauseCampaign))
  app.post('/sending/resumptions', drivers, requireStepUp(), resume)
  app.post('/sending/held/:id{[0-9]+}/decisions', drivers, decide)
  app.route('/sending/returned', returnedRoutes())
  app.route('/sending', wavesRoutes())
  app.get('/outbox', readers, showOutbox)
  app.get('/outbox/:id{[0-9]+}', readers, showOutboxMessage)
  app.get('/outbox/:id{[0-9]+}/source', readers, showOutboxSource)
  letterRoutes(app)
  app.route('/', proofRoutes())
  return app
}

/**
 * The campaign of the cohort the form names, from the current list and facts; it then waits for two releases. That of
 * everybody on no list takes minutes: the worker prepares it, and the first screen says how far it is.
 */
async function prepare(c: Ctx): Promise<Response> {
  const asked = (await c.req.parseBody())['cohort']
  const cohort = COHORTS.find((known) => known === asked) ?? 'concerned'
  const { id: incidentId, reference: incidentReference } = c.get('incident')
  const job = { incidentId, incidentReference, actor: actorOf(c.get('viewer')) }
  if (cohort === 'preventive' && (await askPreventive(c.get('platform'), job)))
    return c.redirect(incidentPath(c, ''), 303)
  const { campaign } = await prepareCampaign(
    c.get('platform'),
    { incidentReference, cohort },
    actorOf(c.get('viewer')),
  )
  return c.redirect(campaignPath(c, 'sending', campaign), 303)
}

async function release(c: Ctx): Promise<Response> {
  const campaign = await inHand(c)
  const { userId, name, roles, fictional } = c.get('viewer')
  const releaser = { userId, name, roles, fictional }
  const { released } = await releaseCampaign(c.get('platform'), {
    campaignId: campaign.id,
    releaser,
    method: 'step_up',
  })
  return c.redirect(samePage(c, released ? 'sending' : 'sending/release'), 303)
}

async function change(c: Ctx, act: typeof sendCampaign): Promise<Response> {
  const campaign = await inHand(c)
  await act(c.get('platform'), campaign.id, actorOf(c.get('viewer')))
  return c.redirect(samePage(c, 'sending'), 303)
}

async function resume(c: Ctx): Promise<Response> {
  const said = (await c.req.parseBody())['since_backup']
  const since = SINCE_BACKUP.find((word) => word === said)
  return change(c, (platform, id, actor) => resumeCampaign(platform, id, actor, since))
}

async function decide(c: Ctx): Promise<Response> {
  const campaign = await inHand(c)
  const form = await c.req.parseBody()
  const decision: Decision = form['decision'] === 'received' ? 'received' : 'letter'
  if (form['decision'] !== decision) throw deliveryRefusals.notHeld({ delivery: Number(c.req.param('id')) })
  await decideUnknown(
    c.get('platform'),
    Number(c.req.param('id')),
    decision,
    actorOf(c.get('viewer')),
    campaign.incidentId,
  )
  return c.redirect(samePage(c, 'sending'), 303)
}

/** The campaign of the incident whose pages are open. @throws delivery.noCampaign */
async function inHand(c: Ctx): Promise<Campaign> {
  const campaign = await campaignInHand(c)
  if (!campaign) throw deliveryRefusals.noCampaign({ incident: c.get('incident').reference })
  return campaign
}
