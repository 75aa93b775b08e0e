import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { actorOf, requireRole, requireStepUp } from '../../access/index.ts'
import type { DeskEnv } from '../../desk/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { builtInProfile } from '../letters/index.ts'
import { type Campaign, RELEASERS } from '../model.ts'
import { campaignInHand, samePage } from '../pages/campaign-in-hand.ts'
import { deliveryRefusals } from '../refusals.ts'
import { applyFeedback, reportReturn } from './apply-feedback.ts'
import { chooseProfile } from './choose-profile.ts'
import { returnReason } from './feedback-words.ts'
import { sendBatchFile, showLetters } from './letters-page.tsx'
import { lettersTexts } from './letters-texts.ts'
import { mend, showMending } from './mend-page.tsx'
import { postLetters } from './post-letters.ts'
import { codeOf } from './read-feedback.ts'
import { reportTexts } from './report-texts.ts'
import { takeBackBatch } from './withdraw-batch.ts'

type Ctx = Context<DeskEnv>

/** Far above a file of one row for each of a million letters. */
const MOST_BYTES = 100 * 1024 * 1024

/** Pages under /incidents/:reference/letters. */
export function letterRoutes(app: Hono<DeskEnv>): void {
  const drivers = requireRole(...RELEASERS)
  app.get('/letters', (c) => showLetters(c))
  app.post('/letters/deposits', drivers, requireStepUp(), deposit)
  app.post('/letters/profiles', drivers, profile)
  app.post('/letters/withdrawals', drivers, withdraw)
  app.post('/letters/returns', drivers, comeBack)
  app.post('/letters/reports', drivers, bodyLimit({ maxSize: MOST_BYTES }), report)
  // A letter full of somebody's data leaves for the address typed here.
  app.get('/letters/addresses/:id{[0-9]+}', drivers, requireStepUp(), showMending)
  app.post('/letters/addresses/:id{[0-9]+}', drivers, requireStepUp(), mend)
  app.get('/letters/:batch/:file{pdf|csv}', drivers, requireStepUp(), sendBatchFile)
}

async function deposit(c: Ctx): Promise<Response> {
  const campaign = await inHand(c)
  const receipt = await said(c, 'receipt')
  await postLetters(c.get('platform'), { campaignId: campaign.id, receipt }, actorOf(c.get('viewer')))
  return c.redirect(samePage(c, 'letters'), 303)
}

async function profile(c: Ctx): Promise<Response> {
  const campaign = await inHand(c)
  const chosen = builtInProfile((await said(c, 'profile')) ?? '')
  await chooseProfile(c.get('platform'), campaign, chosen, actorOf(c.get('viewer')))
  return c.redirect(samePage(c, 'letters'), 303)
}

async function withdraw(c: Ctx): Promise<Response> {
  const asked = { reference: (await said(c, 'batch')) ?? '', incidentId: c.get('incident').id }
  const done = await takeBackBatch(c.get('platform'), asked, actorOf(c.get('viewer')))
  const words = lettersTexts[c.get('locale')]
  return showLetters(c, { notice: words.takenBack(done.batch, done.plannedAgain, done.cancelled) })
}

/** The answer is the page itself: the next letter of the pile is scanned at once. */
async function comeBack(c: Ctx): Promise<Response> {
  const locale = c.get('locale')
  const words = lettersTexts[locale]
  const code = codeOf((await said(c, 'code')) ?? '')
  if (!code) return showLetters(c, { failure: words.badCode })
  const reason = returnReason((await said(c, 'reason')) ?? '')
  const row = { line: 0, letterId: undefined, code, posted: undefined, returned: { on: null, reason } }
  const { id } = c.get('incident')
  const { verdict, next } = await reportReturn(c.get('platform'), row, id, actorOf(c.get('viewer')))
  if ('why' in verdict)
    return showLetters(c, { failure: words.refused(code, reportTexts[locale].why[verdict.why]), reason })
  return showLetters(c, {
    reason,
    notice: verdict.verdict === 'known' ? words.known(code) : words.recorded(code, next),
  })
}

async function report(c: Ctx): Promise<Response> {
  const form = await c.req.parseBody()
  const words = lettersTexts[c.get('locale')]
  const file = form['file']
  if (!(file instanceof File) || file.size === 0) return showLetters(c, { failure: words.noFile })
  const dryRun = form['dry_run'] === 'yes'
  const asked = { incidentId: c.get('incident').id, dryRun }
  const bytes = new Uint8Array(await file.arrayBuffer())
  try {
    const read = await applyFeedback(c.get('platform'), bytes, asked, actorOf(c.get('viewer')))
    return showLetters(c, { report: read, ...(dryRun ? { notice: words.wouldBe } : {}) })
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    return showLetters(c, { failure: refusal.text(c.get('locale')) })
  }
}

async function said(c: Ctx, field: string): Promise<string | undefined> {
  const value = (await c.req.parseBody())[field]
  return typeof value === 'string' ? value : undefined
}

/** The campaign of the incident whose pages are open. @throws delivery.noCampaign */
async function inHand(c: Ctx): Promise<Campaign> {
  const campaign = await campaignInHand(c)
  if (!campaign) throw deliveryRefusals.noCampaign({ incident: c.get('incident').reference })
  return campaign
}
