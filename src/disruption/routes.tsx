import { Hono } from 'hono'
import { actorOf, requireRole } from '../access/index.ts'
import type { DeskEnv } from '../desk/index.ts'
import { incidentNow } from '../obligations/index.ts'
import { costsOf } from './costs-store.ts'
import { filingsOf, tolerancesOf } from './filings-store.ts'
import { cardPage } from './pages/page-card.tsx'
import { costsPage } from './pages/page-costs.tsx'
import { disruptionPage } from './pages/page-disruption.tsx'
import { filingPage } from './pages/page-filing.tsx'
import { filingsPage } from './pages/page-filings.tsx'
import { insurancePage } from './pages/page-insurance.tsx'
import { tolerancePage } from './pages/page-tolerance.tsx'
import { recordCost, strikeCost } from './record-cost.ts'
import { enterFiling, followFiling, importFilings } from './record-filing.ts'
import { recordContract, recordCover, withdrawContract } from './record-insurance.ts'
import { attachTolerance, recordTolerance } from './record-tolerance.ts'
import { disruptionRefusals } from './refusals.ts'
import { type Ctx, orShowAgain, readTyped, WRITERS } from './typed-form.ts'
import { costLines, exportCsv, filingLines } from './write-exports.ts'

/** Pages under /incidents/:reference/disruption. Everyone reads them: roles, organisations and amounts, nobody's data. */
export function routes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  const writers = requireRole(...WRITERS)
  app.get('/disruption', disruptionPage)
  app.get('/disruption/insurance', insurancePage)
  app.get('/disruption/insurance/new', writers, (c) => cardPage(c))
  app.post('/disruption/insurance/new', writers, (c) => saveCard(c))
  app.get('/disruption/insurance/:number{[0-9]{1,6}}', writers, (c) => cardPage(c, numberOf(c)))
  app.post('/disruption/insurance/:number{[0-9]{1,6}}', writers, (c) => saveCard(c, numberOf(c)))
  app.post('/disruption/insurance/:number{[0-9]{1,6}}/cover', writers, saveCover)
  app.post('/disruption/insurance/:number{[0-9]{1,6}}/withdrawals', writers, withdraw)
  app.get('/disruption/filings', (c) => filingsPage(c))
  app.get('/disruption/filings/export/:format{csv|json}', sendFilings)
  app.post('/disruption/filings', writers, enter)
  app.post('/disruption/filings/imports', writers, importTable)
  app.get('/disruption/filings/:number{[0-9]{1,9}}', (c) => filingPage(c, numberOf(c)))
  app.post('/disruption/filings/:number{[0-9]{1,9}}', writers, follow)
  app.get('/disruption/tolerances/new', writers, (c) => tolerancePage(c))
  app.post('/disruption/tolerances/new', writers, (c) => saveTolerance(c))
  app.post('/disruption/tolerances/attachments', writers, attach)
  app.get('/disruption/tolerances/:number{[0-9]{1,6}}', writers, (c) => tolerancePage(c, numberOf(c)))
  app.post('/disruption/tolerances/:number{[0-9]{1,6}}', writers, (c) => saveTolerance(c, numberOf(c)))
  app.get('/disruption/costs', (c) => costsPage(c))
  app.get('/disruption/costs/export/:format{csv|json}', sendCosts)
  app.post('/disruption/costs', writers, saveCost)
  app.post('/disruption/costs/strikes', writers, strike)
  return app
}

const numberOf = (c: Ctx) => Number(c.req.param('number'))

/** What every use case takes first and last. */
function ground(c: Ctx) {
  return [c.get('platform'), c.get('incident').id, actorOf(c.get('viewer'))] as const
}

async function saveCard(c: Ctx, number?: number): Promise<Response> {
  const fields = await readTyped(c)
  const [platform, incidentId, actor] = ground(c)
  return orShowAgain(
    c,
    'card',
    fields,
    (kept) => `disruption/insurance/${kept}`,
    () => recordContract(platform, incidentId, fields, actor, number),
    (typed) => cardPage(c, number, typed),
  )
}

async function saveCover(c: Ctx): Promise<Response> {
  const fields = await readTyped(c)
  const [platform, incidentId, actor] = ground(c)
  const number = numberOf(c)
  const given = { ...fields, source: fields['cover_source'] }
  return orShowAgain(
    c,
    'cover',
    fields,
    `disruption/insurance/${number}`,
    () => recordCover(platform, incidentId, number, given, actor),
    (typed) => cardPage(c, number, typed),
  )
}

async function withdraw(c: Ctx): Promise<Response> {
  const fields = await readTyped(c)
  const [platform, incidentId, actor] = ground(c)
  return orShowAgain(
    c,
    'withdraw',
    fields,
    'disruption/insurance',
    () => withdrawContract(platform, incidentId, numberOf(c), fields, actor),
    (typed) => cardPage(c, numberOf(c), typed),
  )
}

async function enter(c: Ctx): Promise<Response> {
  const fields = await readTyped(c)
  const [platform, incidentId, actor] = ground(c)
  return orShowAgain(
    c,
    'enter',
    fields,
    'disruption/filings',
    () => enterFiling(platform, incidentId, fields, actor),
    (typed) => filingsPage(c, typed),
  )
}

/** 5,000 lines of three cells are well under this. */
const MOST_BYTES = 4_000_000

/** The file prevails when one is chosen; else what was pasted. */
async function importTable(c: Ctx): Promise<Response> {
  if (Number(c.req.header('content-length') ?? Number.POSITIVE_INFINITY) > MOST_BYTES)
    throw disruptionRefusals.tooManyLines({ most: 5000 })
  const [platform, incidentId, actor] = ground(c)
  const { file, table } = await c.req.parseBody()
  const pasted = typeof table === 'string' ? table : ''
  return orShowAgain(
    c,
    'table',
    { table: pasted },
    (done) => `disruption/filings?${new URLSearchParams(done as Record<string, string>)}`,
    async () => {
      const content = file instanceof File && file.size > 0 ? utf8(await file.arrayBuffer()) : pasted
      const { entered, already } = await importFilings(platform, incidentId, content, actor)
      return { entered: String(entered), already: String(already) }
    },
    (typed) => filingsPage(c, typed),
  )
}

function utf8(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw disruptionRefusals.notText({ where: 'file' })
  }
}

async function follow(c: Ctx): Promise<Response> {
  const fields = await readTyped(c)
  const [platform, incidentId, actor] = ground(c)
  const filing = numberOf(c)
  const now = await incidentNow(platform.db, platform.clock, incidentId)
  return orShowAgain(
    c,
    fields['state'] === 'filed' ? 'filed' : 'reason',
    fields,
    fields['state'] === 'struck' ? 'disruption/filings' : `disruption/filings/${filing}`,
    () => followFiling(platform, incidentId, { filing, fields, now }, actor),
    (typed) => filingPage(c, filing, typed),
  )
}

async function saveTolerance(c: Ctx, number?: number): Promise<Response> {
  const fields = await readTyped(c)
  const [platform, incidentId, actor] = ground(c)
  return orShowAgain(
    c,
    'tolerance',
    fields,
    'disruption/filings',
    () => recordTolerance(platform, incidentId, fields, actor, number),
    (typed) => tolerancePage(c, number, typed),
  )
}

async function attach(c: Ctx): Promise<Response> {
  const fields = await readTyped(c)
  const [platform, incidentId, actor] = ground(c)
  const asked = {
    tolerance: Number(fields['tolerance']),
    attached: fields['attached'] === 'yes',
    kind: fields['attach_kind'],
    dueOn: fields['attach_due'],
  }
  return orShowAgain(
    c,
    'attach',
    fields,
    (changed) => `disruption/filings?attached=${changed}`,
    () => attachTolerance(platform, incidentId, asked, actor),
    (typed) => filingsPage(c, typed),
  )
}

async function saveCost(c: Ctx): Promise<Response> {
  const fields = await readTyped(c)
  const [platform, incidentId, actor] = ground(c)
  return orShowAgain(
    c,
    'cost',
    fields,
    'disruption/costs',
    () => recordCost(platform, incidentId, fields, actor),
    (typed) => costsPage(c, typed),
  )
}

async function strike(c: Ctx): Promise<Response> {
  const fields = await readTyped(c)
  const [platform, incidentId, actor] = ground(c)
  const number = Number(/^\d{1,6}$/.exec((fields['number'] ?? '').trim())?.[0] ?? 0)
  return orShowAgain(
    c,
    'strike',
    fields,
    'disruption/costs',
    () => strikeCost(platform, incidentId, number, fields, actor),
    (typed) => costsPage(c, typed),
  )
}

async function sendFilings(c: Ctx): Promise<Response> {
  const [{ db, clock }, incidentId] = ground(c)
  const now = await incidentNow(db, clock, incidentId)
  return send(
    c,
    'filings',
    filingLines(await filingsOf(db, incidentId), await tolerancesOf(db, incidentId), now),
  )
}

async function sendCosts(c: Ctx): Promise<Response> {
  const [{ db }, incidentId] = ground(c)
  return send(c, 'costs', costLines(await costsOf(db, incidentId)))
}

function send(c: Ctx, what: 'filings' | 'costs', lines: Parameters<typeof exportCsv>[1]): Response {
  const csv = c.req.param('format') === 'csv'
  const name = `${what}-${c.get('incident').reference}.${csv ? 'csv' : 'json'}`
  return c.body(csv ? exportCsv(what, lines) : `${JSON.stringify(lines, null, 2)}\n`, 200, {
    'content-type': csv ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  })
}
