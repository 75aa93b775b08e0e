import { type Context, Hono } from 'hono'
import { actorOf, requireRole, requireStepUp } from '../../access/index.ts'
import { type DeskEnv, incidentPath } from '../../desk/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { companiesCsv } from './company-account.ts'
import { decideStrategy } from './decide-strategy.ts'
import { renderCompanies } from './page-companies.tsx'
import { renderNoList } from './page-people.tsx'
import { renderStrategy, STRATEGISTS, type StrategyPage } from './page-strategy.tsx'
import { funnel } from './read-funnel.ts'
import { companyFigures, populationFigures } from './store-companies.ts'
import { hasPreventive } from './store-preventive.ts'
import { STRATEGIES, strategyDecisions } from './store-strategy.ts'
import { strategyRefusals } from './strategy-refusals.ts'

type Ctx = Context<DeskEnv>

/** Pages under /incidents/:reference: lists/strategy, lists/companies. */
export function decisionRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  const readers = requireRole('lead', 'dpo', 'communication', 'reviewer', 'auditor')
  const strategists = [requireRole(...STRATEGISTS), requireStepUp()] as const
  app.get('/lists/strategy', readers, (c) => showStrategy(c))
  app.post('/lists/strategy', ...strategists, decide)
  app.get('/lists/companies', readers, showCompanies)
  app.get('/lists/companies.csv', readers, sendCompanies)
  return app
}

async function showStrategy(c: Ctx, refused?: StrategyPage['refused']): Promise<Response> {
  const { db } = c.get('platform')
  const incidentId = c.get('incident').id
  const figures = await funnel(db, incidentId)
  if (!figures) return renderNoList(c, 'lists')
  return renderStrategy(c, {
    decisions: await strategyDecisions(db, incidentId),
    listVersion: figures.listVersion.number,
    filled: await hasPreventive(db, figures.listVersion.id),
    ...(refused && { refused }),
  })
}

async function decide(c: Ctx): Promise<Response> {
  const form = await c.req.parseBody()
  const reason = String(form['reason'] ?? '')
  const strategy = STRATEGIES.find((known) => known === form['strategy'])
  try {
    if (!strategy) throw strategyRefusals.strategyUnsaid()
    const asked = { incidentId: c.get('incident').id, strategy, reason }
    await decideStrategy(c.get('platform'), asked, actorOf(c.get('viewer')))
    return c.redirect(incidentPath(c, 'lists/strategy'), 303)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return showStrategy(c, { message: error.text(c.get('locale')), strategy, reason })
  }
}

async function showCompanies(c: Ctx): Promise<Response> {
  const { db } = c.get('platform')
  const figures = await funnel(db, c.get('incident').id)
  if (!figures) return renderNoList(c, 'lists')
  const { id } = figures.listVersion
  return renderCompanies(c, figures, await companyFigures(db, id), await populationFigures(db, id))
}

/** Figures and names of companies: no one's data. */
async function sendCompanies(c: Ctx): Promise<Response> {
  const { db } = c.get('platform')
  const figures = await funnel(db, c.get('incident').id)
  if (!figures) return renderNoList(c, 'lists')
  const { id, number } = figures.listVersion
  return c.body(companiesCsv(await companyFigures(db, id)), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="societes-v${number}.csv"`,
    'cache-control': 'no-store',
  })
}
