import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testPlatform } from '../../test/support/database.ts'
import type { DeskEnv } from '../desk/index.ts'
import { incidentHeader, loadSampleIncident } from '../incident/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { routes } from './index.ts'

const base = 'http://localhost/incidents/tiersoin-2026-05/dossiers'
let platform: Awaited<ReturnType<typeof testPlatform>>
beforeAll(async () => {
  platform = await testPlatform()
  await loadSampleIncident(platform, { kind: 'operator', name: 'test' })
})
afterAll(() => platform.close())

async function ask(path: string, role: 'dpo' | 'call_agent' = 'dpo', init: RequestInit = {}) {
  const header = await incidentHeader(platform.db, 'tiersoin-2026-05')
  const app = new Hono<DeskEnv>()
  app.use(async (c, next) => {
    c.set('platform', platform)
    c.set('locale', 'fr')
    c.set('incident', header)
    c.set('viewer', {
      userId: 'u1',
      name: 'Hélène Marchetti',
      title: 'déléguée',
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
  return app.request(`${base}${path}`, init)
}
const handOver = (role: 'dpo' | 'call_agent' = 'dpo') =>
  ask('/cnil_initial/versions', role, { method: 'POST', body: new URLSearchParams() })

it('shows what is missing first, with the page where it is entered, and each text ready to copy', async () => {
  const page = await (await ask('/cnil_initial')).text()
  expect(page).toContain('Il manque')
  expect(page).toContain('/facts/new?known=records_concerned')
  expect(page).toMatch(/<textarea[^>]*readonly[^>]*>Mutuelle des Deux Rives<\/textarea>/)
  expect(page).toContain('<b>Notification initiale</b>')
})

it('gives files under their names, kept by no cache', async () => {
  for (const [file, type, name] of [
    ['pdf', 'application/pdf', 'tiersoin-2026-05-cnil-initial-deux-rives.pdf'],
    ['json', 'application/json; charset=utf-8', 'tiersoin-2026-05-cnil-initial-deux-rives.json'],
    ['zip', 'application/zip', 'tiersoin-2026-05-cnil-initial-deux-rives.zip'],
  ] as const) {
    const { status, headers } = await ask(`/cnil_initial/${file}`, 'call_agent')
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      type,
      'no-store',
    ])
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${name}"`)
  }
})

it('lets lead and data protection officer hand over, once for the same words, and gives it back', async () => {
  expect(await (await handOver('call_agent')).text()).toMatch(/^access\./)
  const done = await handOver()
  expect([done.status, done.headers.get('location')]).toEqual([
    303,
    '/incidents/tiersoin-2026-05/dossiers/cnil_initial?made=1',
  ])
  const again = await handOver()
  expect(again.status).toBe(409)
  expect(await again.text()).toContain('Rien n’a changé depuis')
  expect((await ask('/cnil_initial/versions/1')).headers.get('content-type')).toBe('application/zip')
  expect(await (await ask('/cnil_initial/versions/2')).text()).toBe('dossiers.unknownVersion')
})

it('refuses a document or an organisation that does not exist', async () => {
  expect(await (await ask('/cnil')).text()).toBe('dossiers.unknownKind')
  expect(await (await ask('?organisation=inconnue')).text()).toBe('dossiers.unknownOrganisation')
})
