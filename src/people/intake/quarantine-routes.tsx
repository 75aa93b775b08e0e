import { Readable } from 'node:stream'
import { type Context, Hono } from 'hono'
import { actorOf, lookUpAbsent, requireRole, requireStepUp } from '../../access/index.ts'
import type { DeskEnv } from '../../desk/index.ts'
import { record } from '../../journal/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { uploadOf } from './open-intake.ts'
import { openRepair } from './open-repair.ts'
import { pathOf } from './page-confirm.tsx'
import { REPAIRERS, renderQuarantine } from './page-quarantine.tsx'
import { findAside, readAside, shownText } from './read-quarantine.ts'
import { intakeRefusals } from './refusals.ts'
import { repairSheet } from './repair-sheet.ts'
import { findList, newestLists, type QuarantinedList } from './store-quarantine.ts'

type Ctx = Context<DeskEnv>

/** Lines set aside: where and why for those who read the lists; what they hold, and repairs, for two roles. */
export function quarantineRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  const who = [requireRole(...REPAIRERS), requireStepUp()] as const
  app.get('/lists/quarantine', requireRole('lead', 'dpo', 'reviewer', 'auditor'), (c) => show(c))
  app.get('/lists/quarantine/looks', (c) => c.redirect(c.req.path.replace(/\/looks$/, ''), 303))
  app.post('/lists/quarantine/looks', ...who, look)
  app.post('/lists/quarantine/sheets', ...who, sendSheet)
  app.post('/lists/quarantine/repairs', ...who, repair)
  return app
}

/** The list an address names, else that of the newest version with lines aside. @throws intake.gone */
async function chosen(c: Ctx, id: number): Promise<{ list: QuarantinedList; lists: QuarantinedList[] }> {
  const { db } = c.get('platform')
  const lists = await newestLists(db, c.get('incident').id)
  const list = id > 0 ? await findList(db, c.get('incident').id, id) : (lists.find(isExposed) ?? lists[0])
  if (!list) throw intakeRefusals.gone()
  return { list, lists }
}

const isExposed = ({ kind }: QuarantinedList) => kind === 'exposed'

async function show(c: Ctx, more: { shown?: never; error?: string } = {}): Promise<Response> {
  const { list, lists } = await chosen(c, Number(c.req.query('list')) || 0)
  const aside = await readAside(c.get('platform').home, list, Number(c.req.query('after')) || 0)
  return renderQuarantine(c, { list, lists, aside, ...more })
}

/** One line, for one who asks: journalled and rationed as a person's page is. */
async function look(c: Ctx): Promise<Response> {
  const platform = c.get('platform')
  const form = await c.req.parseBody()
  const { list, lists } = await chosen(c, Number(form['list']))
  const line = await findAside(platform.home, list, Number(form['row']))
  if (!line) throw intakeRefusals.gone()
  await lookUpAbsent(platform, c.get('viewer'), {
    incidentId: c.get('incident').id,
    subject: -(2 ** 45) - list.id * 2 ** 24 - (line.row % 2 ** 24),
    kind: 'quarantine.line_shown',
    payload: { motive: 'quarantine', list: list.id, line: line.line, row: line.row },
  })
  const aside = await readAside(platform.home, list, line.row - 1)
  return renderQuarantine(c, { list, lists, aside, shown: { line, text: shownText(line, list.encoding) } })
}

async function sendSheet(c: Ctx): Promise<Response> {
  const platform = c.get('platform')
  const { list } = await chosen(c, Number((await c.req.parseBody())['list']))
  await platform.db.transaction((tx) =>
    record(tx, platform.clock, {
      actor: actorOf(c.get('viewer')),
      kind: 'quarantine.taken',
      incidentId: c.get('incident').id,
      payload: { list: list.id, lines: list.quarantined },
    }),
  )
  c.header('Content-Disposition', `attachment; filename="repair-${list.id}.csv"`)
  const body = Readable.toWeb(Readable.from(bytesOf(repairSheet(platform.home, list))))
  return c.body(body as ReadableStream, 200, { 'Content-Type': 'text/csv; charset=utf-8' })
}

async function* bytesOf(lines: AsyncIterable<string>): AsyncIterable<Buffer> {
  for await (const line of lines) yield Buffer.from(line)
}

async function repair(c: Ctx): Promise<Response> {
  const platform = c.get('platform')
  try {
    const id = await openRepair(platform, c.get('incident').id, uploadOf(c), actorOf(c.get('viewer')))
    return c.redirect(pathOf(c, { id }), 303)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return show(c, { error: error.text(c.get('locale')) })
  }
}
