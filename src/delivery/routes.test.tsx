import { Hono } from 'hono'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aNewerList, anAudience, staff } from '../../test/support/audience.ts'
import {
  aCampaign,
  aSendingCampaign,
  operator,
  preparationOf,
  released,
} from '../../test/support/campaign.ts'
import { testPlatform } from '../../test/support/database.ts'
import type { DeskEnv } from '../desk/index.ts'
import type { Temporal } from '../platform/clock.ts'
import { Refusal } from '../platform/refusal.ts'
import { campaignById, noticesOf } from './campaign-store.ts'
import { sentEmails } from './live/figures-store.ts'
import { pauseAfterRestore } from './pause-campaign.ts'
import { planCampaign } from './planning/prepare-campaign.ts'
import { buildLetters } from './posting/build-letters.ts'
import { routes } from './routes.tsx'
import { driveCampaign } from './sending/drive-campaign.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
beforeEach(async () => {
  platform = await testPlatform()
})
afterEach(() => platform.close())

function desk(
  audience: { incidentId: string; reference: string },
  viewer: { id: string; name: string },
  role = 'lead',
  stepUpAt: Temporal.Instant | null = platform.clock.now(),
) {
  const app = new Hono<DeskEnv>()
  app.use('*', async (c, next) => {
    c.set('platform', platform)
    c.set('locale', 'fr')
    c.set('viewer', {
      userId: viewer.id,
      name: viewer.name,
      title: '',
      roles: [role as 'lead'],
      fictional: true,
      sessionId: 's',
      stepUpAt,
    })
    const { incidentId: id, reference } = audience
    c.set('incident', {
      id,
      reference,
      title: 'Essai',
      exercise: true,
      controllerName: 'Mutuelle des Aubiers',
    })
    await next()
  })
  app.route('/incidents/:reference', routes())
  app.onError((error, c) =>
    error instanceof Refusal ? c.text(error.code, error.http) : c.text(String(error.stack), 500),
  )
  const base = `/incidents/${audience.reference}`
  return {
    get: (path: string) => app.request(`${base}/${path}`),
    post: (path: string, form: Record<string, string> = {}) =>
      app.request(`${base}/${path}`, { method: 'POST', body: new URLSearchParams(form) }),
    send: (path: string, body: FormData) => app.request(`${base}/${path}`, { method: 'POST', body }),
  }
}

test('people of the list whom no message covers are counted, and prepared from the page', async () => {
  const audience = await anAudience(platform.db, { adults: 4, heldForReview: 1 })
  const [lead] = await staff(platform.db)
  const none = await (await desk(audience, lead!).get('sending')).text()
  expect(none).toContain('Aucune campagne n’est préparée.')
  expect(none).toContain('name="cohort" value="concerned"')
  expect(none).toContain('name="cohort" value="cannot_be_excluded"')
  await planCampaign(platform, preparationOf(audience), operator)
  expect(await (await desk(audience, lead!).get('sending')).text()).not.toContain('value="concerned"')
  await aNewerList(platform.db, audience, { added: 3 })
  const html = await (await desk(audience, lead!).get('sending')).text()
  expect(html).toMatch(/people\?outcome=unplanned">3 personnes en attente/)
  expect(html).toContain('name="cohort" value="concerned"')
})

test('two people release from the page, then the campaign is started and paused', async () => {
  const { campaign, audience } = await aCampaign(platform)
  const [first, second] = (await staff(platform.db)) as [
    { id: string; name: string },
    { id: string; name: string },
  ]
  expect(await (await desk(audience, first).get('sending/release')).text()).toContain(
    'Personne n’a encore libéré',
  )
  expect((await desk(audience, first).post('sending/releases')).status).toBe(303)
  expect(await (await desk(audience, first).post('sending/releases')).text()).toBe(
    'delivery.alreadyReleasedByYou',
  )
  expect((await desk(audience, second, 'call_agent').post('sending/releases')).status).toBe(403)
  expect((await desk(audience, second).post('sending/releases')).headers.get('location')).toBe(
    `/incidents/${audience.reference}/sending`,
  )
  expect((await desk(audience, first).post('sending/starts')).status).toBe(303)
  expect(await (await desk(audience, first).get('sending')).text()).toContain('La campagne est en cours.')
  expect((await desk(audience, first).post('sending/pauses')).status).toBe(303)
  expect(await campaignById(platform.db, campaign.id)).toMatchObject({
    state: 'paused',
    pauseReason: 'person',
  })
})

test('the release page shows the checks, a preview of every text and a trial letter to nobody', async () => {
  const { campaign, audience } = await aCampaign(platform)
  const [first] = (await staff(platform.db)) as [{ id: string; name: string }]
  const page = desk(audience, first)
  const html = await (await page.get('sending/release')).text()
  expect(html).toContain('11 sur 11 tenus')
  expect(html).toContain('Camille Exemple')
  const [notice] = await noticesOf(platform.db, campaign.id)
  expect(notice?.gates[0]).toMatchObject({ whereToMend: expect.any(String), details: expect.any(Array) })
  const letter = await page.get(`sending/release/letters/${notice?.id}`)
  expect(letter.headers.get('content-type')).toBe('application/pdf')
  expect(Buffer.from(await letter.arrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-')
  expect((await desk(audience, first, 'reviewer').get('sending/release')).status).toBe(403)
  // An advice of this text has been replaced since: the page says so, and whom to write to again.
  expect(html).not.toContain('n’est plus donné')
  await platform.db.query(
    `update notice_version set tree = replace(tree::text, '"todo.complaint"', '"todo.complaint_desk"')::jsonb where id = $1`,
    [notice?.id],
  )
  expect(await (await page.get('sending/release')).text()).toContain('Ce conseil n’est plus donné après le')
})

test('before anything left the sending page says so in words; its figures open their rows', async () => {
  const { audience } = await aCampaign(platform)
  const [first] = (await staff(platform.db)) as [{ id: string; name: string }]
  const html = await (await desk(audience, first).get('sending')).text()
  expect(html).toContain('Aucun message n’est encore parti.')
  expect(html).not.toMatch(/<h1>((?!<\/h1>).)*0 personnes? informée/s)
  const auditor = await (await desk(audience, first, 'auditor').get('sending/deliveries?outcome=sent')).text()
  expect(auditor).toContain('0 envoi.')
  expect((await desk(audience, first).get('sending/deliveries?outcome=x')).status).toBe(404)
  expect((await desk(audience, first, 'call_agent').get('sending/deliveries?outcome=sent')).status).toBe(403)
})

test('outbox, letters and proof show what was done; files of people are journalled', async () => {
  const { campaign, audience } = await aSendingCampaign(platform, { adults: 12 })
  const [viewer] = (await staff(platform.db)) as [{ id: string; name: string }]
  const pages = desk(audience, viewer)
  await driveCampaign(platform, campaign.id)
  await buildLetters(platform, campaign.id)
  expect(await (await pages.get('outbox')).text()).toContain('11 e‑mails sont partis')
  const [row] = await sentEmails(platform.db, campaign.id, undefined, 1)
  expect(await (await pages.get(`outbox/${row?.id}`)).text()).toContain('class="message"')
  const source = await pages.get(`outbox/${row?.id}/source`)
  expect(source.headers.get('content-type')).toContain('text/plain')
  expect(await source.text()).toContain(`Message-ID: <${row?.messageId}>`)
  expect(await (await pages.get('letters')).text()).toContain(`${campaign.reference}-L001`)
  expect((await pages.get(`letters/${campaign.reference}-L001/pdf`)).headers.get('content-type')).toBe(
    'application/pdf',
  )
  expect((await pages.post('letters/deposits', { receipt: '26-0608' })).status).toBe(303)
  const { rows: posted } = await platform.db.query(`select id, code from delivery where channel = 'letter'`)
  const scanned = await pages.post('letters/returns', {
    code: String(posted[0]?.['code']),
    reason: 'refused',
  })
  expect(await scanned.text()).toMatch(/Retour de \S+ enregistré/)
  expect((await pages.post('letters/returns', { code: 'ZZZZ-ZZZZ' })).status).toBe(422)
  const mending = `letters/addresses/${posted[0]?.['id']}`
  expect(await (await pages.get(mending)).text()).toContain('Une lettre repartira')
  // An open session alone must not send somebody's letter where it likes.
  const unproven = desk(audience, viewer, 'lead', null)
  expect((await unproven.get(mending)).headers.get('location')).toMatch(/^\/step-up/)
  expect((await unproven.post(mending, {})).headers.get('location')).toMatch(/^\/step-up/)
  const typed = { line_3: '3 rue Neuve', postcode: '690', city: 'Lyon', source: 'addressee' }
  const refused = await pages.post(mending, typed)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('value="3 rue Neuve"')
  const numbered = await pages.post(mending, { ...typed, postcode: '69001', line_1: '2 69 05 49 588 157 80' })
  expect(await numbered.text()).toContain('a la forme d’un numéro de sécurité sociale')
  expect(await (await pages.post(mending, { ...typed, postcode: '69001' })).text()).toContain(
    'est à composer',
  )
  const file = new FormData()
  file.set('file', new File(['code;motif\nZZZZ-ZZZZ;NPAI\n'], 'retours.csv'))
  const reported = await (await pages.send('letters/reports', file)).text()
  expect(reported).toContain('aucune lettre de cet incident ne porte cet identifiant')
  const proof = await (await pages.get('proof')).text()
  expect(proof).toContain('Juste')
  expect(proof).toContain('Perdues 0')
  const read = await platform.db.query(
    `select kind from journal_entry where kind in ('person.looked_up', 'letters.file-read') order by seq`,
  )
  expect(read.rows.map((entry) => entry['kind'])).toEqual([
    'person.looked_up',
    'person.looked_up',
    'letters.file-read',
  ])
})

test('after a restore the page asks what left, and goes on only once told', async () => {
  const { campaign, audience } = await aSendingCampaign(platform, { adults: 4, withoutEmailEvery: 0 })
  await platform.db.transaction((tx) => pauseAfterRestore(tx, platform.clock))
  const [first] = (await staff(platform.db)) as [{ id: string; name: string }]
  const page = desk(audience, first)
  expect(await (await page.get('sending')).text()).toContain('Depuis la sauvegarde, que savez-vous')
  expect(await (await page.post('sending/resumptions')).text()).toBe('delivery.sayWhatLeft')
  expect((await page.post('sending/resumptions', { since_backup: 'not_known' })).status).toBe(303)
  expect((await campaignById(platform.db, campaign.id)).state).toBe('sending')
  const html = await (await page.get('sending')).text()
  expect(html).toContain('4 envois attendent votre décision')
  expect(html).toContain('la personne reçoit alors les deux')
})

test('beside a second campaign, the first keeps its page and its acts', async () => {
  const { campaign, audience } = await aSendingCampaign(platform, { adults: 4 })
  const newer = await aNewerList(platform.db, audience, { added: 1 })
  const second = await planCampaign(platform, preparationOf(newer), operator)
  const [first] = (await staff(platform.db)) as [{ id: string; name: string }]
  const page = desk(audience, first)
  expect(await (await page.get('sending')).text()).toContain(`sending?campaign=${campaign.reference}`)
  expect(await (await page.get(`sending?campaign=${campaign.reference}`)).text()).toContain('en cours')
  const paused = await page.post(`sending/pauses?campaign=${campaign.reference}`)
  expect(paused.headers.get('location')).toContain(`sending?campaign=${campaign.reference}`)
  expect((await campaignById(platform.db, campaign.id)).state).toBe('paused')
  expect((await campaignById(platform.db, second.campaign.id)).state).toBe('prepared')
})

test('waves are seen before they are decided; what is refused keeps what was typed; a person puts one off', async () => {
  const { campaign, audience } = await aCampaign(platform, { adults: 60, withoutEmailEvery: 0 })
  const [first] = (await staff(platform.db)) as [{ id: string; name: string }]
  const page = desk(audience, first)
  const shown = await (await page.get('sending/waves')).text()
  expect(shown).toContain('Si l’envoi commence maintenant, le dernier e‑mail part')
  expect(shown).toContain('Heure la plus chargée')
  const refused = await page.get('sending/waves?capacity=beaucoup&first_wave=7')
  expect(refused.status).toBe(422)
  const kept = await refused.text()
  expect(kept).toContain('value="beaucoup"')
  expect(kept).toContain('value="7"')
  const typed = { capacity: '1', first_wave: '2', hours: '00:00-24:00', days: 'every-day' }
  expect((await page.post('sending/waves', { ...typed, call_percent: '200' })).status).toBe(422)
  expect((await desk(audience, first, 'auditor').post('sending/waves', typed)).status).toBe(403)
  expect((await page.post('sending/waves', typed)).status).toBe(303)
  await released(platform, campaign)
  await driveCampaign(platform, campaign.id)
  const live = await (await page.get('sending')).text()
  expect(live).toContain('Vague 1 sur 3 en cours.')
  expect(live).toMatch(/Fin des e‑mails prévue dans/)
  const left = await (await page.get('sending/deliveries?left=2')).text()
  expect(left).toContain('40 envois.')
  expect((await page.post('sending/waves/2/delays', { minutes: '60' })).status).toBe(303)
  expect(await (await page.post('sending/waves/1/delays', { minutes: '60' })).text()).toBe('waves.begun')
  expect((await page.post('sending/calls', { calls: '9' })).status).toBe(303)
  expect(await (await page.get('sending')).text()).toContain('9 reçus depuis')
  expect(await (await page.post('sending/calls', { calls: '-1' })).text()).toBe('waves.calls')
  expect(await (await page.post('sending/domains/resumptions', { domain: 'x' })).text()).toBe(
    'waves.domainNotHeld',
  )
})
