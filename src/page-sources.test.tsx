import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { staff } from '../test/support/audience.ts'
import { aSendingCampaign } from '../test/support/campaign.ts'
import { testPlatform } from '../test/support/database.ts'
import type { Role } from './access/index.ts'
import { routes as communicationRoutes } from './communications/index.ts'
import { deliveryOfLists, routes as deliveryRoutes, driveCampaign } from './delivery/index.ts'
import { type DeskEnv, deskRoutes } from './desk/index.ts'
import { entryWords } from './desk/journal-words.ts'
import { openTo } from './desk/navigation.tsx'
import { routes as disruptionRoutes } from './disruption/index.ts'
import { routes as dossierRoutes } from './dossiers/index.ts'
import { addOrganisation, routes as factRoutes } from './incident/index.ts'
import { routes as obligationRoutes } from './obligations/index.ts'
import { deliverySlots, homeSources } from './page-sources.ts'
import { routes as peopleRoutes, versionRoutes } from './people/lists/index.ts'
import { routes as reviewRoutes } from './people/review/index.ts'
import { Refusal } from './platform/refusal.ts'

/** The pages of one incident as the application puts them together, over a campaign of which every outcome occurs. */
let platform: Awaited<ReturnType<typeof testPlatform>>
let get: (path: string, roles?: readonly Role[]) => Promise<Response>
/** By another account: following every figure uses up the names that one account may read in an hour (promise 7). */
let getAnother: typeof get
let home: string

beforeAll(async () => {
  platform = await testPlatform()
  const { campaign, audience } = await aSendingCampaign(platform, {
    adults: 24,
    withoutEmailEvery: 4,
    deceased: 3,
  })
  const persons = {
    byClass: { confirmed: 33, presumed: 0, cannot_be_excluded: 1 },
    concerned: 33,
    heldForReview: 1,
    toldThrough: { self: 24, legal_representative: 6 },
    untold: { deceased: 3 },
    addressees: 24,
  }
  const byVerdict = { matched: 33, not_ours: 0, ambiguous: 0, unreadable: 0 }
  await platform.db.query(`update list_version set counts = $1`, [JSON.stringify(persons)])
  await platform.db.query(`alter table match_run disable trigger user`)
  await platform.db.query(`update match_run set counts = $1`, [
    JSON.stringify({ records: 33, byVerdict, byTier: [{ verdict: 'matched', tier: 'T1', rows: 33 }] }),
  ])
  await driveCampaign(platform, campaign.id)
  await platform.db.query(`update delivery set state = 'unknown', reason = 'no_reply_dot'
     where id in (select id from delivery where state = 'accepted' order by id limit 2)`)
  const [first, second] = await staff(platform.db)
  const { incidentId: id, reference } = audience
  home = `/incidents/${reference}`
  await addOrganisation(
    platform,
    id,
    { key: 'aubiers', name: 'Mutuelle des Aubiers', shortName: 'Aubiers', roles: ['controller'], own: true },
    { kind: 'operator', name: 'test' },
  )
  const open = (userId = '') => {
    return async (path: string, roles: readonly Role[] = ['lead']) =>
      pages(userId, roles, { id, reference }).request(path)
  }
  get = open(first?.id)
  getAnother = open(second?.id)
})
afterAll(() => platform.close())

function pages(userId: string, roles: readonly Role[], incident: { id: string; reference: string }) {
  const app = new Hono<DeskEnv>()
  app.use(async (c, next) => {
    c.set('platform', platform)
    c.set('locale', 'fr')
    const who = { userId, name: 'Hélène Marchetti', title: '', roles, fictional: true, sessionId: 's' }
    c.set('viewer', { ...who, stepUpAt: platform.clock.now() })
    c.set('incident', { ...incident, title: 'Essai', exercise: true, controllerName: 'Mutuelle des Aubiers' })
    await next()
  })
  app.onError((error, c) =>
    error instanceof Refusal ? c.text(error.code, error.http) : c.text(String(error.stack), 500),
  )
  for (const part of [
    deskRoutes(homeSources),
    factRoutes(),
    obligationRoutes(),
    disruptionRoutes(),
    dossierRoutes(),
    versionRoutes(deliveryOfLists),
    peopleRoutes(deliverySlots),
    reviewRoutes(),
    communicationRoutes(),
    deliveryRoutes(),
    disruptionRoutes(),
    dossierRoutes(),
  ])
    app.route('/incidents/:reference', part)
  return app
}

const digits = (text: string) => Number(text.replace(/<[^>]*>/g, '').replace(/\D/g, ''))

test('every figure of the first screen and of the sending page opens a page with the same total', async () => {
  let followed = 0
  for (const start of [home, `${home}/sending`, `${home}/proof`]) {
    const html = await (await get(start)).text()
    const links = [...html.matchAll(/<a class="figure" href="([^"]+)">([^<]+)<\/a>/g)]
    for (const [, href = '', figure = ''] of links) {
      if (href.includes('/lists/rows')) continue
      const answer = await get(href.replaceAll('&amp;', '&'))
      const opened = await answer.text()
      expect({ href, status: answer.status }).toEqual({ href, status: 200 })
      const sentence = /<h1>(.*?)<\/h1>/s.exec(opened)?.[1]?.split(/personne|envoi/)[0] ?? ''
      expect({ href, total: digits(sentence) }).toEqual({ href, total: digits(figure) })
      followed += 1
    }
  }
  expect(followed).toBeGreaterThan(20)
})

test('no entry of the navigation leads to a refusal of the role that sees it', async () => {
  for (const role of ['lead', 'dpo', 'communication', 'reviewer', 'call_agent', 'auditor'] as const) {
    for (const [name, path] of openTo([role])) {
      const { status } = await getAnother(path ? `${home}/${path}` : home, [role])
      expect({ role, name, status }).toEqual({ role, name, status: 200 })
    }
  }
})

test('a person’s page shows where their sending stands and each step of it', async () => {
  const list = await (await getAnother(`${home}/people?outcome=email`)).text()
  const id = /people\/(\d+)"/.exec(list)?.[1]
  const incident = await platform.db.query(`select id, reference from incident`)
  const app = pages(
    String((await platform.db.query(`select id from user_account limit 1`)).rows[0]?.['id']),
    ['dpo'],
    {
      id: String(incident.rows[0]?.['id']),
      reference: home.split('/')[2] ?? '',
    },
  )
  const asked = await app.request(`${home}/people/${id}/look-ups`, {
    method: 'POST',
    body: new URLSearchParams({ motive: 'call' }),
  })
  const html = await (await app.request(asked.headers.get('location') ?? '')).text()
  expect(html).toContain('par e‑mail')
  for (const word of ['Préparé', 'Texte libéré', 'Accepté', 'Message-ID', 'empreinte'])
    expect(html).toContain(word)
})

test('the journal says the label of a fact, never its key', () => {
  const entry = { kind: 'fact.superseded', payload: '{"key":"attack_ended_at"}' }
  expect(entryWords(entry, 'fr')).toBe('Fait modifié\u00a0: Fin de l’accès frauduleux')
})
