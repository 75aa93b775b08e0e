import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testPlatform } from '../../test/support/database.ts'
import type { DeskEnv } from '../desk/index.ts'
import { loadSampleIncident } from '../incident/index.ts'
import { tocsin } from '../journal/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { loadSampleDisruption } from './load-sample.ts'
import { readDisruption } from './read-disruption.ts'
import { routes } from './routes.tsx'

let platform: Awaited<ReturnType<typeof testPlatform>>
let incident: Awaited<ReturnType<typeof loadSampleIncident>>
beforeAll(async () => {
  platform = await testPlatform()
  incident = await loadSampleIncident(platform, tocsin)
  await loadSampleDisruption(platform, incident.id, tocsin)
  await loadSampleDisruption(platform, incident.id, tocsin)
})
afterAll(() => platform.close())

function desk(role: 'lead' | 'auditor', locale: 'fr' | 'en' = 'fr') {
  const app = new Hono<DeskEnv>()
  app.use('*', async (c, next) => {
    const { id, reference, title, exercise } = incident
    c.set('platform', platform)
    c.set('locale', locale)
    c.set('viewer', {
      userId: '00000000-0000-4000-8000-000000000001',
      name: 'Essai',
      title: '',
      roles: [role],
      fictional: true,
      sessionId: 's',
      stepUpAt: null,
    })
    c.set('incident', { id, reference, title, exercise, controllerName: 'Mutuelle' })
    await next()
  })
  app.route('/incidents/:reference', routes())
  app.onError((error, c) =>
    error instanceof Refusal ? c.text(error.code, error.http) : c.text(String(error.stack), 500),
  )
  const base = `/incidents/${incident.reference}/disruption`
  return {
    page: async (path: string) => (await app.request(`${base}${path}`)).text(),
    get: (path: string) => app.request(`${base}${path}`),
    post: (path: string, form: Record<string, string>) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(form)) body.set(name, value)
      return app.request(`${base}${path}`, { method: 'POST', body, headers: { 'content-length': '900' } })
    },
  }
}

test('the sample shows blocked filings, a tolerance beside a date that did not move, codes and a cover matrix', async () => {
  const overview = await desk('auditor').page('')
  expect(overview).toContain('2 déclarations sont bloquées. Une a passé sa date légale.')
  expect(overview).toMatch(/6.206,40.€/)
  expect(overview).toContain('ne ferme jamais celle d’un assuré')
  const filings = await desk('auditor').page('/filings')
  expect(filings).toContain('ven. 5 juin')
  expect(filings).toContain('n°\u00a01, annoncée')
  expect(filings).not.toContain('disruption/filings/imports')
  const insurance = await desk('lead').page('/insurance')
  expect(insurance).toContain('CAP 4417')
  expect(insurance).toContain('pas encore lue au contrat')
  expect(await desk('auditor', 'en').page('/costs')).toContain('One line has no amount yet.')
})

test('those who do not answer for the incident change nothing', async () => {
  const auditor = desk('auditor')
  for (const path of [
    '/filings',
    '/filings/imports',
    '/costs',
    '/insurance/new',
    '/tolerances/new',
    '/insurance/1/cover',
  ])
    expect((await auditor.post(path, {})).status).toBe(403)
})

test('a refused form keeps what was typed, a refused table says each cell, and a taken one counts its lines', async () => {
  const lead = desk('lead')
  const refused = await lead.post('/costs', {
    spent_on: '2026-06-31',
    kind: 'overtime',
    what: 'Reprise',
    hours: '2',
  })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toMatch(/value="Reprise"[\s\S]*|2026-06-31/)
  const table = await lead.post('/filings/imports', { table: 'Garage Exemple;TVA;31/06/2026' })
  expect(table.status).toBe(422)
  const said = await table.text()
  expect(said).toContain('À corriger dans le tableau')
  expect(said).toContain('Garage Exemple;TVA;31/06/2026')
  const taken = await lead.post('/filings/imports', { table: 'Garage =Exemple;TVA;30/06/2026' })
  expect(taken.headers.get('location')).toContain('entered=1&already=0')
  expect((await readDisruption(platform.db, incident.id)).filings).toHaveLength(3)
})

test('exports hold every line, with cells that a spreadsheet would run made inert', async () => {
  const lead = desk('lead')
  await lead.post('/costs', { spent_on: '2026-06-09', kind: 'other', what: '=1+1', amount: '1' })
  const costs = await (await lead.get('/costs/export/csv')).text()
  expect(costs).toContain(`'=1+1`)
  expect(costs.trim().split('\r\n')).toHaveLength(6)
  const filings = JSON.parse(await (await lead.get('/filings/export/json')).text())
  expect(filings[0]).toMatchObject({ legal_due_date: '2026-06-05', state: 'overdue' })
  expect(filings[0].tolerances).toContain('par la voie normale seulement')
})

test('each page of a card, a filing and a tolerance opens, is followed, and is unknown elsewhere', async () => {
  const lead = desk('lead')
  const { filings } = await readDisruption(platform.db, incident.id)
  const path = `/filings/${filings[0]!.filing}`
  expect(await lead.page(path)).toContain('vendredi 5 juin 2026')
  const followed = await lead.post(path, {
    state: 'filed',
    filed_at: '2026-06-05T09:00',
    note: 'récépissé 7',
  })
  expect(followed.status).toBe(303)
  expect(await lead.page(path)).toContain('récépissé 7')
  expect(await lead.page('/insurance/1')).toContain('value="CAP 4417"')
  expect(await lead.page('/tolerances/1')).toContain('Organisme de recouvrement')
  const attached = await lead.post('/tolerances/attachments', { tolerance: '1', attached: 'yes' })
  expect(attached.headers.get('location')).toContain('attached=2')
  for (const unknown of ['/insurance/99', '/filings/999999', '/tolerances/99'])
    expect((await lead.get(unknown)).status).toBe(404)
})
