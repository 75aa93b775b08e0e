import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testPlatform } from '../../../test/support/database.ts'
import type { DeskEnv } from '../../desk/index.ts'
import { incidentHeader, loadSampleIncident } from '../../incident/index.ts'
import { tocsin } from '../../journal/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { routes } from '../routes.tsx'

const cnil = 'clocks/gdpr_33_1%40deux-rives'
const early = { day: '2026-06-08', time: '10:00' }
let platform: Awaited<ReturnType<typeof testPlatform>>

beforeAll(async () => {
  platform = await testPlatform()
  await loadSampleIncident(platform, tocsin)
})
afterAll(() => platform.close())

async function ask(path: string, fields?: Record<string, string | File>) {
  const header = await incidentHeader(platform.db, 'tiersoin-2026-05')
  const app = new Hono<DeskEnv>()
  app.use(async (c, next) => {
    c.set('platform', platform)
    c.set('locale', 'fr')
    c.set('incident', header)
    const who = { userId: 'u1', name: 'Claire Aubin', title: '', roles: ['lead' as const], fictional: true }
    c.set('viewer', { ...who, sessionId: 's', stepUpAt: null })
    await next()
  })
  app.onError((error, c) =>
    error instanceof Refusal ? c.text(error.code, error.http) : c.text(String(error.stack), 500),
  )
  app.route('/incidents/:reference', routes())
  const body = new FormData()
  for (const [name, value] of Object.entries(fields ?? {})) body.append(name, value)
  return app.request(`/incidents/tiersoin-2026-05/${path}`, fields ? { method: 'POST', body } : {})
}

const count = async (table: string) =>
  (await platform.db.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]!.n
const file = (name: string, bytes = 3) =>
  new File([new Uint8Array(bytes).fill(7)], name, { type: 'text/html' })

test('a form sent twice is written once', async () => {
  const told = { organisation: 'deux-rives', fact: 'aware_at', who: 'la déléguée', how: 'message' }
  const forms: readonly (readonly [string, string, Record<string, string | File>])[] = [
    ['filing', `${cnil}/filing`, { state: 'filed', receipt: '1', ...early, file: file('récépissé.pdf') }],
    ['filing', 'clocks/gdpr_34%40deux-rives/filing', { state: 'planned', day: '2099-01-01', time: '10:00' }],
    ['delay_reason', `${cnil}/delay`, { reason: 'prévenus tard' }],
    ['duty_hold', `${cnil}/hold`, { act: 'give', to: 'Cabinet Aubier' }],
    [
      'contract_clause',
      'clocks/contracts',
      { from: 'tiersoin', to: 'deux-rives', article: 'art. 4', delay: '3', unit: 'hours' },
    ],
    [
      'investigation',
      'clocks/investigations',
      { authority: 'CNIL', kind: 'inspection', openedOn: '2026-06-08' },
    ],
    ['awareness_event', 'clocks/awareness', { ...told, day: '2026-06-05', time: '18:40' }],
  ]
  for (const [table, path, fields] of forms) {
    const before = await count(table)
    for (const turn of [1, 2]) {
      const { status } = await ask(path, fields)
      expect({ path, turn, status, rows: await count(table) }).toEqual({
        path,
        turn,
        status: 303,
        rows: before + 1,
      })
    }
  }
})

test('numbers, days and characters that no database holds are refused or left out, never an error of ours', async () => {
  const huge = '9'.repeat(30)
  for (const [path, fields] of [
    [`${cnil}/filings/${huge}/file`, undefined],
    [`${cnil}/filings/${huge}/correction`, { reason: 'x', ...early }],
    [`${cnil}/filings/${'9'.repeat(15)}/correction`, { reason: 'x', ...early }],
    [`clocks/contracts/${huge}/end`, { reason: 'x' }],
    ['clocks/awareness/1e9/file', undefined],
    ['clocks/a%00b%40deux-rives', undefined],
    ['clocks/investigations', { authority: 'CNIL', kind: 'inspection', openedOn: '0000-01-01' }],
  ] as const) {
    const { status } = await ask(path, fields)
    expect({ path, status: [404, 422].includes(status) }).toEqual({ path, status: true })
  }
  expect((await ask(`${cnil}/delay`, { reason: 'prévenus\u0000 tard' })).status).toBe(303)
  const { rows } = await platform.db.query('select reason from delay_reason order by id desc limit 1')
  expect(rows).toEqual([{ reason: 'prévenus tard' }])
})

test('the name of a file holds no national identification number and breaks no header; the file is never shown', async () => {
  const filing = { state: 'filed', day: '2026-06-08', time: '11:00' }
  const refused = await ask(`${cnil}/filing`, { ...filing, file: file('1 84 12 76 451 089 46.pdf') })
  expect([refused.status, (await refused.text()).includes('numéro de sécurité sociale')]).toEqual([422, true])
  const name = `a"b\r\nX-Evil: é😀${'x'.repeat(300)}.html`
  expect((await ask(`${cnil}/filing`, { ...filing, file: file(name) })).status).toBe(303)
  const { rows } = await platform.db.query<{ id: number }>('select max(id)::int as id from filing')
  const { headers, status } = await ask(`${cnil}/filings/${rows[0]!.id}/file`)
  expect([status, headers.get('content-type'), headers.get('x-evil')]).toEqual([
    200,
    'application/octet-stream',
    null,
  ])
  expect(headers.get('content-disposition')).toMatch(
    /^attachment; filename\*=UTF-8''a%22b%20X-Evil%3A%20%C3%A9%F0%9F%98%80x+$/,
  )
  const struck = await ask(`${cnil}/filings/${rows[0]!.id}/strike`, { strike: 'jamais parti' })
  expect([struck.status, (await ask(`${cnil}/filings/${rows[0]!.id}/file`)).status]).toEqual([303, 404])
  const tooBig = await ask(`${cnil}/filing`, { ...filing, file: file('a.pdf', 22 * 1024 * 1024) })
  expect(tooBig.status).toBe(413)
})
