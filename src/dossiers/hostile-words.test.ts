import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testPlatform } from '../../test/support/database.ts'
import { dpo } from '../../test/support/duties.ts'
import type { DeskEnv } from '../desk/index.ts'
import { routes as disruptionRoutes } from '../disruption/index.ts'
import { addOrganisation, incidentHeader, linkOrganisations, loadSampleIncident } from '../incident/index.ts'
import { tocsin } from '../journal/index.ts'
import { routes as obligationRoutes, recordFiling } from '../obligations/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { DOCUMENTS } from './documents/documents.ts'
import { routes } from './index.ts'

/** Markup of pages, of Typst, of spreadsheets and of calendars, all at once. */
const EVIL = `</textarea><script>alert(1)</script>"'&<img src=x onerror=alert(1)> #panic("x") $x$ \\ *b* _i_ @r [x] =1+1`
let platform: Awaited<ReturnType<typeof testPlatform>>
beforeAll(async () => {
  platform = await testPlatform()
  const { id } = await loadSampleIncident(platform, tocsin)
  const org = { key: 'evil', name: EVIL, shortName: '<b>Evil', roles: ['controller' as const], own: false }
  await addOrganisation(platform, id, org, tocsin)
  await linkOrganisations(
    platform,
    id,
    { supplier: 'tiersoin', client: 'evil', service: { fr: EVIL, en: EVIL } },
    tocsin,
  )
  await recordFiling(
    platform,
    id,
    {
      conclusionId: 'gdpr_33_1@deux-rives',
      at: '2026-06-08T10:00',
      receipt: EVIL,
      channel: EVIL,
      note: EVIL,
    },
    dpo,
  )
})
afterAll(() => platform.close())

async function ask(path: string, role: 'lead' | 'auditor' = 'lead', method = 'GET') {
  const header = await incidentHeader(platform.db, 'tiersoin-2026-05')
  const app = new Hono<DeskEnv>()
  app.use(async (c, next) => {
    c.set('platform', platform)
    c.set('locale', 'fr')
    c.set('incident', header)
    c.set('viewer', {
      userId: 'u1',
      name: EVIL,
      title: '',
      roles: [role],
      fictional: true,
      sessionId: 's',
      stepUpAt: null,
    })
    await next()
  })
  app.onError((error, c) =>
    error instanceof Refusal ? c.text(error.code, error.http) : c.text(String(error.stack), 500),
  )
  for (const one of [routes(), obligationRoutes(), disruptionRoutes()])
    app.route('/incidents/:reference', one)
  return app.request(`/incidents/tiersoin-2026-05/${path}`, { method })
}

it('what people type is text on every page, in every document and in every file', async () => {
  const pages =
    `clocks clocks?organisation=evil clocks?neighbours=x&organisation=tiersoin clocks?neighbours=-9e99 clocks/chain clocks/contracts clocks/awareness clocks/risk
    clocks/investigations clocks/gdpr_33_1@deux-rives clocks/gdpr_33_1@deux-rives/filing clocks/gdpr_33_2@tiersoin%3Eevil disruption disruption/insurance disruption/insurance/new
    disruption/filings disruption/costs dossiers dossiers?organisation=evil`.split(/\s+/)
  const documents = DOCUMENTS.filter(({ ofPerson }) => !ofPerson).map(({ kind }) => kind)
  for (const path of [...pages, ...documents.map((kind) => `dossiers/${kind}?organisation=evil`)]) {
    const answer = await ask(path)
    const html = await answer.text()
    expect({ path, status: answer.status, at: html.indexOf('<script>alert') }).toEqual({
      path,
      status: 200,
      at: -1,
    })
    expect(html).not.toMatch(/<img src=x/)
  }
  for (const kind of ['processor_attestation', 'board_note'])
    for (const file of ['pdf', 'zip']) {
      const { status, headers } = await ask(`dossiers/${kind}/${file}?organisation=evil`)
      expect({ kind, file, status }).toEqual({ kind, file, status: 200 })
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/)
    }
  const ics = await (await ask('clocks/export/ics?organisation=tiersoin')).text()
  expect(ics.split('\r\n').every((line) => !line.startsWith('<') && Buffer.byteLength(line) <= 75)).toBe(true)
})

it('whoever only reads is refused on every route that writes, before anything is read of what they send', async () => {
  const paths = [routes(), obligationRoutes(), disruptionRoutes()]
    .flatMap((room) => room.routes)
    .filter(({ method }) => method === 'POST')
    .map(({ path }) =>
      path.slice(1).replace(/:\w+(\{[^}]*\}+)?/g, (name) => (/\{\[a-z_]/.test(name) ? 'board_note' : '1')),
    )
  expect(paths.length).toBeGreaterThan(20)
  for (const path of new Set(paths)) {
    const answer = await ask(path, 'auditor', 'POST')
    expect({ path, status: answer.status }).toEqual({ path, status: 403 })
  }
})
