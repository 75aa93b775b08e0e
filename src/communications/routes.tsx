import { type Context, Hono } from 'hono'
import { actorOf, requireRole } from '../access/index.ts'
import { type DeskEnv, incidentPath } from '../desk/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { communicationsOf } from './communication-store.ts'
import { publicRow } from './model.ts'
import { registerByHand, withdrawByHand } from './register-by-hand.ts'
import { registerPage, WRITERS } from './register-page.tsx'
import { registerCsv } from './write-csv.ts'

type Ctx = Context<DeskEnv>

/** The register under /incidents/:reference/communications: everyone reads it, it holds nobody's data. */
export function routes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  const writers = requireRole(...WRITERS)
  app.get('/communications', (c) => registerPage(c))
  app.get('/communications/export/:format{csv|json}', sendExport)
  app.post('/communications', writers, (c) =>
    orShowAgain(c, (fields) => {
      const { kind = '', title = '', place = '', locale = '', text = '' } = fields
      return registerByHand(
        c.get('platform'),
        c.get('incident'),
        { kind, title, place, locale, text },
        actorOf(c.get('viewer')),
      )
    }),
  )
  app.post('/communications/withdrawals', writers, (c) =>
    orShowAgain(c, ({ reference = '', reason = '' }) =>
      withdrawByHand(c.get('platform'), c.get('incident'), { reference, reason }, actorOf(c.get('viewer'))),
    ),
  )
  return app
}

/** Back to the register when it is written; the page with what was typed when it is refused. */
async function orShowAgain(
  c: Ctx,
  write: (fields: Readonly<Record<string, string>>) => Promise<unknown>,
): Promise<Response> {
  const form = await c.req.parseBody()
  const fields = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value)]))
  try {
    await write(fields)
    return c.redirect(incidentPath(c, 'communications'), 303)
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    return registerPage(c, { fields, refusal })
  }
}

async function sendExport(c: Ctx): Promise<Response> {
  const { id, reference } = c.get('incident')
  const all = await communicationsOf(c.get('platform').db, id)
  const csv = c.req.param('format') === 'csv'
  const name = `communications-${reference}.${csv ? 'csv' : 'json'}`
  return c.body(csv ? registerCsv(all) : `${JSON.stringify(all.map(publicRow), null, 2)}\n`, 200, {
    'content-type': csv ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  })
}
