import { type Context, Hono } from 'hono'
import { actorOf, requireRole, requireStepUp } from '../../access/index.ts'
import type { DeskEnv } from '../../desk/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type Campaign, RELEASERS } from '../model.ts'
import { campaignInHand, samePage } from '../pages/campaign-in-hand.ts'
import { deliveryRefusals } from '../refusals.ts'
import { decideWaves, delayWave, holdWave } from '../waves/decide-waves.ts'
import { resumeDomain } from '../waves/judge-refusals.ts'
import { proposalOf, settingsOf } from '../waves/proposal.ts'
import { recordCalls } from '../waves/record-calls.ts'
import { givenIn, renderWaves, showWaves } from './waves-page.tsx'

type Ctx = Context<DeskEnv>

/** Under `sending`: the waves and what may be done to them. What lets messages go asks for a fresh proof of who acts. */
export function wavesRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  const drivers = requireRole(...RELEASERS)
  app.get('/waves', drivers, requireStepUp(), showWaves)
  app.post('/waves', drivers, requireStepUp(), decide)
  app.post('/waves/none', drivers, requireStepUp(), (c) =>
    act(c, (campaign) => decideWith(c, campaign, null)),
  )
  app.post('/waves/:wave{[0-9]+}/delays', drivers, delay)
  app.post('/waves/:wave{[0-9]+}/holds', drivers, (c) => hold(c, true))
  app.post('/waves/:wave{[0-9]+}/releases', drivers, requireStepUp(), (c) => hold(c, false))
  app.post('/domains/resumptions', drivers, requireStepUp(), resume)
  app.post('/calls', drivers, calls)
  return app
}

/** What is refused comes back on the page, with all that was typed. */
async function decide(c: Ctx): Promise<Response> {
  const form = await c.req.parseBody()
  const given = givenIn((field) => form[field])
  try {
    return await act(c, async (campaign) => {
      const settings = settingsOf(await proposalOf(c.get('platform').db, campaign.id), given)
      await decideWith(c, campaign, settings)
    })
  } catch (error) {
    if (error instanceof Refusal && error.code.startsWith('waves.')) return renderWaves(c, given, error)
    throw error
  }
}

function decideWith(c: Ctx, campaign: Campaign, settings: Parameters<typeof decideWaves>[2]) {
  return decideWaves(c.get('platform'), campaign.id, settings, actorOf(c.get('viewer')))
}

async function delay(c: Ctx): Promise<Response> {
  const minutes = Number((await c.req.parseBody())['minutes'])
  return act(c, ({ id }) => delayWave(c.get('platform'), id, waveOf(c), minutes, actorOf(c.get('viewer'))))
}

async function hold(c: Ctx, held: boolean): Promise<Response> {
  return act(c, ({ id }) => holdWave(c.get('platform'), id, waveOf(c), held, actorOf(c.get('viewer'))))
}

async function resume(c: Ctx): Promise<Response> {
  const domain = String((await c.req.parseBody())['domain'] ?? '')
  return act(c, ({ id }) => resumeDomain(c.get('platform'), id, domain, actorOf(c.get('viewer'))))
}

async function calls(c: Ctx): Promise<Response> {
  const typed = String((await c.req.parseBody())['calls'] ?? '').replace(/[\s\u202f\u00a0]/g, '')
  const count = /^\d{1,7}$/.test(typed) ? Number(typed) : Number.NaN
  return act(c, ({ id }) =>
    recordCalls(c.get('platform'), id, { calls: count, minutes: 60 }, actorOf(c.get('viewer'))),
  )
}

function waveOf(c: Ctx): number {
  return Number(c.req.param('wave'))
}

async function act(c: Ctx, work: (campaign: Campaign) => Promise<unknown>): Promise<Response> {
  const campaign = await campaignInHand(c)
  if (!campaign) throw deliveryRefusals.noCampaign({ incident: c.get('incident').reference })
  await work(campaign)
  return c.redirect(samePage(c, 'sending'), 303)
}
