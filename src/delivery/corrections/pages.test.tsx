import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { publishBareList } from '../../../test/support/bare-lists.ts'
import { operator } from '../../../test/support/campaign.ts'
import { testPlatform } from '../../../test/support/database.ts'
import { routes as communicationRoutes, communicationsOf } from '../../communications/index.ts'
import type { DeskEnv } from '../../desk/index.ts'
import { currentFact, loadSampleIncident, supersedeFact } from '../../incident/index.ts'
import { rows } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { prepareCampaign } from '../planning/prepare-incident-campaign.ts'
import { personsByOutcome } from '../proof/index.ts'
import { routes } from '../routes.tsx'

let platform: Awaited<ReturnType<typeof testPlatform>>
let incident: Awaited<ReturnType<typeof loadSampleIncident>>
let role: 'lead' | 'call_agent' = 'lead'
const app = new Hono<DeskEnv>()
const get = async (path: string) => {
  const answer = await app.request(`/incidents/x/${path}`)
  return { status: answer.status, text: await answer.text() }
}
const post = (path: string, form: string) =>
  app.request(`/incidents/x/${path}`, {
    method: 'POST',
    body: form,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
/** Everything planned leaves and is accepted, with the releases tested elsewhere. */
const settleAll = () =>
  platform.db.query(`
    with sent as (update campaign set state = 'sending' where state = 'prepared' returning id)
    update delivery set state = 'accepted', settled_at = now() where state = 'planned'`)

beforeAll(async () => {
  platform = await testPlatform()
  await platform.db.query('alter table campaign disable trigger campaign_released_by_two')
  incident = await loadSampleIncident(platform, operator)
  app.use('*', async (c, next) => {
    c.set('platform', platform)
    c.set('locale', 'fr')
    const viewer = {
      userId: 'u',
      name: 'Idriss Benali',
      title: '',
      roles: [role],
      fictional: true,
      sessionId: 's',
    }
    c.set('viewer', { ...viewer, stepUpAt: platform.clock.now() } as never)
    c.set('incident', { ...incident, controllerName: 'Mutuelle' } as never)
    await next()
  })
  app.route('/incidents/:reference', routes())
  app.route('/incidents/:reference', communicationRoutes())
  app.onError((error, c) =>
    error instanceof Refusal ? c.text(error.code, error.http) : c.text(String(error.stack), 500),
  )
})
afterAll(() => platform.close())

it('leads from a changed fact to who holds the old text, to its correction, and to nobody being owed one', async () => {
  await publishBareList(platform, incident.id, { A: 'confirmed', B: 'confirmed' })
  await prepareCampaign(platform, { incidentReference: incident.reference }, operator)
  await settleAll()
  expect((await get('sending/corrections')).text).toContain('Aucun texte parti n’a changé depuis.')

  platform.clock.set('2026-06-08T12:00:00Z')
  const fact = await currentFact(platform.db, incident.id, 'public_contact_hours')
  const value = { fr: 'du lundi au samedi, de 8 h à 20 h', en: 'Monday to Saturday, 8 am to 8 pm' }
  await supersedeFact(
    platform,
    fact?.id ?? '',
    { ...fact, kind: 'text', value, asOf: platform.clock.now() } as never,
    operator,
  )
  const stale = (await get('sending/corrections')).text
  expect(stale).toContain('<s>du lundi au vendredi, de 9 h à 18 h</s>')
  expect(stale).toContain('du lundi au samedi, de 8 h à 20 h')
  const [, word = ''] = /outcome=(text\.[\d%B]+\.holding)/.exec(stale) ?? []
  const outcome = decodeURIComponent(word)
  const page = { incidentId: incident.id, listVersionId: 0, outcome, after: 0, limit: 10 }
  expect((await personsByOutcome(platform.db, page))?.total).toBe(2)

  expect((await post('sending/corrections', 'campaign=1&why=fact_changed')).status).toBe(303)
  await settleAll()
  expect(await personsByOutcome(platform.db, page)).toMatchObject({ total: 0 })
  expect((await get('sending/corrections')).text).toContain('Personne n’attend de correction.')
  const versions = (await get('sending/versions')).text
  expect(versions).toContain('version 2')
  const [, notice = ''] = /sending\/versions\/(\d+)\/csv/.exec(versions) ?? []
  const csv = await get(`sending/versions/${notice}/csv`)
  expect(csv.text.trim().split('\r\n')).toHaveLength(3)
  const kinds = (await rows<{ kind: string }>(platform.db, 'select kind from journal_entry')).map(
    ({ kind }) => kind,
  )
  expect(kinds).toEqual(expect.arrayContaining(['correction.prepared', 'versions.exported']))
})

it('is prepared by who may write to people, and only read by others', async () => {
  role = 'call_agent'
  for (const path of ['sending/compose', 'sending/versions/1/csv']) expect((await get(path)).status).toBe(403)
  expect((await post('sending/corrections', '')).status).toBe(403)
  expect((await post('communications', 'kind=press')).status).toBe(403)
  expect((await get('sending/corrections')).text).not.toContain('<button class="button primary"')
  role = 'lead'
})

it('composes by ticking sentences, shows the text at once without keeping it, and keeps it when asked', async () => {
  const first = (await get('sending/compose')).text
  expect(first).toContain('Tous les contrôles tiennent.')
  expect(first).toContain('Script du centre d’appels')
  const ticked = [...first.matchAll(/name="say" value="([^"]+)" checked/g)].map(([, id = '']) => id)
  const form = (without: string, act: string) =>
    new URLSearchParams([
      ...ticked.filter((id) => id !== without).map((id) => ['say', id]),
      ['after', '0'],
      ['act', act],
    ]).toString()
  const seen = await (await post('sending/compose', form('contact.dpo', 'preview'))).text()
  expect(seen).toContain('Un contrôle ne tient pas.')
  expect((await get('sending/compose')).text).toContain('Aucun choix n’est gardé')
  expect((await post('sending/compose', form('todo.watch', 'keep'))).status).toBe(303)
  const kept = (await get('sending/compose')).text
  expect(kept).toContain('Choix gardé')
  expect(kept).not.toMatch(/name="say" value="todo.watch" checked/)
  expect((await post('sending/compose', form('', 'keep'))).status).toBe(409)
})

it('shows the register, gives it for a program, and loses nothing of a refused entry', async () => {
  const refused = await post('communications', 'kind=press&title=&place=aubiers.example&locale=fr&text=')
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('value="aubiers.example"')
  await post('communications', 'kind=press&title=Ce+que+nous+savons&place=aubiers.example&locale=fr&text=')
  expect((await get('communications')).text).toContain('Ce que nous savons')
  const all = JSON.parse((await get('communications/export/json')).text)
  expect(all).toHaveLength((await communicationsOf(platform.db, incident.id)).length)
  expect((await get('communications/export/csv')).text).toContain('Ce que nous savons')
})
