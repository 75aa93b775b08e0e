import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testPlatform } from '../../test/support/database.ts'
import type { DeskEnv } from '../desk/index.ts'
import { Refusal } from '../platform/refusal.ts'
import {
  currentFact,
  exposureTable,
  factHistory,
  incidentHeader,
  incidentsRoutes,
  loadSampleIncident,
  routes,
} from './index.ts'

const base = '/incidents/tiersoin-2026-05'
const source = {
  source: 'Tiersoin, rapport n° 3',
  sourceKind: 'processor',
  asOfDay: '2026-06-08',
  asOfTime: '12:00',
}
const held = { ...source, confidence: 'established', owner: 'Hélène Marchetti' }

let platform: Awaited<ReturnType<typeof testPlatform>>
let incidentId: string
beforeAll(async () => {
  platform = await testPlatform()
  incidentId = (await loadSampleIncident(platform, { kind: 'operator', name: 'test' })).id
})
afterAll(() => platform.close())

async function desk(role: 'lead' | 'auditor' = 'lead', locale: 'fr' | 'en' = 'fr') {
  const header = await incidentHeader(platform.db, 'tiersoin-2026-05')
  const app = new Hono<DeskEnv>()
  app.use(async (c, next) => {
    c.set('platform', platform)
    c.set('locale', locale)
    c.set('incident', header)
    c.set('viewer', {
      userId: 'u1',
      name: 'Claire Aubin',
      title: 'directrice',
      roles: [role],
      fictional: true,
      sessionId: 's1',
      stepUpAt: null,
    })
    await next()
  })
  app.route('/incidents/:reference', routes())
  app.onError((error, c) =>
    error instanceof Refusal ? c.text(error.code, error.http) : c.text(String(error.stack), 500),
  )
  return app
}

async function post(path: string, fields: Record<string, string>, role: 'lead' | 'auditor' = 'lead') {
  const response = await (await desk(role)).request(`${base}/${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  })
  return { status: response.status, location: response.headers.get('location'), text: await response.text() }
}

async function get(path: string, role: 'lead' | 'auditor' = 'lead', locale: 'fr' | 'en' = 'fr') {
  const response = await (await desk(role, locale)).request(`${base}/${path}`)
  return { status: response.status, text: await response.text() }
}

it('shows every fact with its source, its history and who holds it', async () => {
  const { status, text } = await get('facts')
  expect(status).toBe(200)
  expect(text).toContain('Aucun n’est contesté.')
  expect(text).toContain('Tiersoin, liste v2')
  expect(text).toMatch(/<s>996\u202f400<\/s>/)
  expect(text).toContain(`${base}/facts/exposed_rows/edit`)
  expect((await get('facts', 'lead', 'en')).text).toContain('Exposed rows')
})

it('lets an auditor read, and write nothing', async () => {
  const { status, text } = await get('facts', 'auditor')
  expect(status).toBe(200)
  expect(text).not.toContain('/edit')
  for (const path of ['facts/organisations', 'facts/exposure'])
    expect((await get(path, 'auditor')).text).not.toContain('action="/incidents')
  expect((await get('facts/exposed_rows/edit', 'auditor')).status).toBe(403)
  for (const path of [
    'facts',
    'facts/exposed_rows/versions',
    'facts/exposure',
    'facts/organisations',
    'facts/organisations/links',
    'facts/populations',
  ])
    expect((await post(path, {}, 'auditor')).status).toBe(403)
})

it('changes a fact through its form, and keeps what it replaced', async () => {
  const old = await currentFact(platform.db, incidentId, 'affected_estimate')
  expect((await get('facts/affected_estimate/edit')).text).toContain('value="18000"')
  const fields = { ...held, amount: '18\u202f012', replaces: old!.id }
  expect(await post('facts/affected_estimate/versions', fields)).toMatchObject({
    status: 303,
    location: `${base}/facts`,
  })
  const history = await factHistory(platform.db, incidentId, 'affected_estimate')
  expect(history.map(({ value }) => value)).toMatchObject([
    { amount: 18012, approximate: false },
    { amount: 18000, approximate: true },
  ])
  const late = await post('facts/affected_estimate/versions', fields)
  expect(late.status).toBe(409)
  expect(late.text).toContain('a changé pendant votre saisie')
})

it('shows the form again with what was typed when something is wrong', async () => {
  const old = await currentFact(platform.db, incidentId, 'detected_at')
  const fields = {
    ...held,
    source: '',
    day: '2026-06-31',
    time: '07:45',
    replaces: old!.id,
    owner: '<b>Idriss</b>',
  }
  const { status, text } = await post('facts/detected_at/versions', fields)
  expect(status).toBe(422)
  expect(text).toContain('value="2026-06-31"')
  expect(text).toContain('value="&lt;b&gt;Idriss&lt;/b&gt;"')
  expect(text).toMatch(/id="day-error"[^>]*>[^<]*date/)
  expect(text).toMatch(/id="source-error"/)
  const early = { ...held, day: '2026-05-01', time: '07:45', replaces: old!.id }
  const refused = await post('facts/detected_at/versions', early)
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('ne peut précéder')
  expect(refused.text).toContain('value="2026-05-01"')
  expect(await currentFact(platform.db, incidentId, 'detected_at')).toEqual(old)
})

it('refuses a local time that the clock change repeats', async () => {
  const fields = { key: 'service_restored_at', kind: 'instant', ...held, day: '2026-10-25', time: '02:30' }
  const { status, text } = await post('facts', fields)
  expect(status).toBe(422)
  expect(text).toContain('id="time-error"')
})

it('adds a known fact and a free one', async () => {
  expect((await get('facts/new')).text).toContain('value="authority_told_at"')
  expect((await get('facts/new?known=authority_told_at')).text).toContain('name="day"')
  const known = { key: 'authority_told_at', kind: 'instant', ...held, day: '2026-06-08', time: '' }
  expect((await post('facts', known)).status).toBe(303)
  expect(await currentFact(platform.db, incidentId, 'authority_told_at')).toMatchObject({
    value: { precision: 'day' },
  })
  const free = { key: 'service_state', kind: 'text', label: 'État du service', textFr: 'Coupé', ...held }
  expect((await post('facts', free)).status).toBe(303)
  expect((await get('facts')).text).toContain('État du service')
  expect((await post('facts', free)).status).toBe(409)
})

it('keeps the codes of a list when one of its lines changes', async () => {
  const old = await currentFact(platform.db, incidentId, 'measures_by_processor')
  const lines = (old!.value as { fr: string }[]).map(({ fr }) => fr)
  const fields = {
    ...held,
    linesFr: [...lines.slice(0, 4), 'Autre mesure.'].join('\r\n'),
    linesEn: '',
    replaces: old!.id,
  }
  expect((await post('facts/measures_by_processor/versions', fields)).status).toBe(303)
  const now = await currentFact(platform.db, incidentId, 'measures_by_processor')
  const codes = (now!.value as { code?: string }[]).map(({ code }) => code)
  expect(codes).toEqual([
    'platform_disconnected',
    'accounts_closed',
    'complaint_filed',
    'cnil_notified',
    undefined,
  ])
})

it('refuses a NIR in a form, without repeating it in the error', async () => {
  const free = { key: 'note', kind: 'text', label: 'Note', textFr: '2690549588157 appelle', ...held }
  const { status, text } = await post('facts', free)
  expect(status).toBe(422)
  expect(text).toMatch(/id="textFr-error"/)
})

it('records exposure with its reason', async () => {
  const said = {
    population: 'health_professionals',
    category: 'bank_details',
    state: 'not_exposed',
    ...source,
  }
  const refused = await post('facts/exposure', said)
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('id="reasonFr-error"')
  expect((await post('facts/exposure', { ...said, reasonFr: 'pas gardées là' })).status).toBe(303)
  const table = await exposureTable(platform.db, incidentId)
  expect(table.rows.find(({ category }) => category === 'bank_details')?.cells[2]).toMatchObject({
    state: 'not_exposed',
  })
  const page = await get('facts/exposure')
  expect(page.text).toContain('pas gardées là')
  expect(page.text).toContain('<s>on ne sait pas</s>')
  expect((await post('facts/populations', { key: 'employers', labelFr: 'employeurs' })).status).toBe(303)
})

it('adds an organisation and a link, and says what is wrong under the field', async () => {
  const wrong = await post('facts/organisations', {
    key: 'Cabinet Un',
    name: 'Cabinet',
    shortName: 'Cabinet',
    roles: 'vendor',
  })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('id="key-error"')
  expect(wrong.text).toContain('value="Cabinet Un"')
  const right = { key: 'cabinet-un', name: 'Cabinet Un', shortName: 'Cabinet', roles: 'vendor' }
  expect((await post('facts/organisations', right)).status).toBe(303)
  const link = { supplier: 'cabinet-un', client: 'tiersoin', serviceFr: 'le logiciel' }
  expect((await post('facts/organisations/links', link)).status).toBe(303)
  expect(
    (await post('facts/organisations/links', { ...link, supplier: 'tiersoin', client: 'cabinet-un' })).status,
  ).toBe(422)
  expect((await get('facts/organisations')).text).toContain('le logiciel')
})

it('opens an incident from the page, and shows again what was typed when it is refused', async () => {
  const send = async (fields: Record<string, string>) =>
    (await rootDesk()).request('/incidents', { method: 'POST', body: new URLSearchParams(fields) })
  const refused = await send({ title: 'Hébergeur « Dunes »', reference: 'Pas Bon' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('value="Pas Bon"')
  const opened = await send({ title: 'Hébergeur « Dunes »', reference: 'dunes-2026-06' })
  expect([opened.status, opened.headers.get('location')]).toEqual([
    303,
    '/incidents/dunes-2026-06/facts/organisations',
  ])
  const list = await (await rootDesk()).request('/incidents')
  expect(await list.text()).toContain('Hébergeur « Dunes »')
})

async function rootDesk() {
  const app = new Hono<DeskEnv>()
  app.use(async (c, next) => {
    c.set('platform', platform)
    c.set('locale', 'fr')
    c.set('viewer', {
      userId: 'u1',
      name: 'Claire Aubin',
      title: 'directrice',
      roles: ['lead'],
      fictional: true,
      sessionId: 's1',
      stepUpAt: null,
    })
    await next()
  })
  app.route('/', incidentsRoutes())
  return app
}
