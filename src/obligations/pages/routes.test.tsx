import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testPlatform } from '../../../test/support/database.ts'
import type { Role } from '../../access/index.ts'
import type { DeskEnv } from '../../desk/index.ts'
import { incidentHeader, loadSampleIncident } from '../../incident/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { routes } from '../routes.tsx'

const base = '/incidents/tiersoin-2026-05'
const cnil = 'clocks/gdpr_33_1%40deux-rives'
let platform: Awaited<ReturnType<typeof testPlatform>>

beforeAll(async () => {
  platform = await testPlatform()
  await loadSampleIncident(platform, { kind: 'operator', name: 'test' })
})
afterAll(() => platform.close())

async function desk(role: Role, locale: 'fr' | 'en') {
  const header = await incidentHeader(platform.db, 'tiersoin-2026-05')
  const who = {
    userId: 'u1',
    name: 'Claire Aubin',
    title: '',
    roles: [role],
    fictional: true,
    sessionId: 's',
  }
  const app = new Hono<DeskEnv>()
  app.use(async (c, next) => {
    c.set('platform', platform)
    c.set('locale', locale)
    c.set('incident', header)
    c.set('viewer', { ...who, stepUpAt: null })
    await next()
  })
  app.onError((error, c) =>
    error instanceof Refusal ? c.text(error.code, error.http) : c.text(String(error.stack), 500),
  )
  return app.route('/incidents/:reference', routes())
}

const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\s+/g, ' ')

async function get(path: string, role: Role = 'lead', locale: 'fr' | 'en' = 'fr') {
  const answer = await (await desk(role, locale)).request(`${base}/${path}`)
  const html = await answer.text()
  return { status: answer.status, html, text: plain(html) }
}

async function post(path: string, fields: Record<string, string | File>, role: Role = 'lead') {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  const answer = await (await desk(role, 'fr')).request(`${base}/${path}`, { method: 'POST', body })
  const html = await answer.text()
  return { status: answer.status, to: answer.headers.get('location'), html, text: plain(html) }
}

test('everyone reads every page, in both languages; who may not write finds no form and is refused', async () => {
  const pages = ['clocks', cnil, 'clocks/awareness', 'clocks/risk', 'clocks/contracts', 'clocks/chain']
  for (const path of [...pages, 'clocks/investigations', 'clocks?organisation=tiersoin'])
    for (const locale of ['fr', 'en'] as const) {
      const { status, html } = await get(path, 'auditor', locale)
      expect({ path, status }).toEqual({ path, status: 200 })
      expect(html).not.toContain(`action="${base}/clocks`)
    }
  for (const path of [
    'answers',
    'awareness',
    'risk',
    'contracts',
    'investigations',
    'x@y/hold',
    'x@y/filing',
  ])
    expect((await post(`clocks/${path}`, {}, 'auditor')).status).toBe(403)
  expect((await get('clocks/nothing%40deux-rives')).status).toBe(404)
})

test('the page of a rule shows the text, the facts, the three readings and the hash of what was concluded', async () => {
  const { text } = await get(cnil)
  for (const words of ['RGPD, art. 33(1)', 'lundi 8 juin 2026, 18 h 40', 'lundi 8 juin 2026, 19 h 00'])
    expect(text).toContain(words)
  expect(text).toContain('contestée, jamais pour planifier mardi 9 juin 2026, 24 h 00')
  expect(text).toMatch(/Des données personnelles sont-elles touchées \? Oui rempli/)
  expect(text).toMatch(/version 1, empreinte [0-9a-f]{64}/)
})

test('a filing is kept with its receipt and its file, leaves the calendar, and starts the next clock', async () => {
  const before = await get('clocks/export/ics')
  expect(before.html).toContain('DTSTART:20260608T164000Z')
  expect((await post(`${cnil}/hold`, {})).status).toBe(303)
  const pdf = new File(['%PDF-1.7 récépissé'], 'récépissé 1.pdf')
  const wrong = await post(`${cnil}/filing`, { day: '2026-06-31', time: '12:05', receipt: 'N-42' })
  expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('Ce jour n’existe pas.')])
  expect(wrong.html).toContain('value="N-42"')
  const filed = {
    state: 'filed',
    day: '2026-06-08',
    time: '13 h 05',
    receipt: 'N-42',
    channel: 'téléservice',
  }
  const sent = await post(`${cnil}/filing`, { ...filed, file: pdf })
  expect([sent.status, sent.text]).toEqual([303, ''])
  const page = await get(cnil)
  expect(page.text).toContain('Fait, 5 h 35 avant')
  const path = /href="([^"]+\/file)"/.exec(page.html)?.[1]?.replace(`${base}/`, '') ?? ''
  const file = await (await desk('auditor', 'fr')).request(`${base}/${path}`)
  expect(await file.text()).toBe('%PDF-1.7 récépissé')
  expect(file.headers.get('content-disposition')).toMatch(/^attachment/)
  const form = /href="[^"]*\/(clocks\/[^"]+\/correction)"/.exec(page.html)?.[1] ?? ''
  expect((await get(form)).html).toMatch(/value="2026-06-08"[\s\S]*value="13:05"[\s\S]*value="N-42"/)
  const corrected = { day: '2026-06-08', time: '13:05', receipt: 'N-43', channel: 'téléservice' }
  expect((await post(form, { ...corrected, reason: '' })).status).toBe(422)
  expect((await post(form, { ...corrected, reason: 'Numéro mal lu.' })).status).toBe(303)
  const after = await get('clocks/export/ics')
  expect(after.html).not.toContain('DTSTART:20260608T164000Z')
  expect(after.html).toContain('DTSTART:20260611T110500Z')
  expect((await get('clocks')).text).toContain('Récépissé N-43')
})

test('a reason is recorded, unless it holds a national number', async () => {
  const refused = await post(`${cnil}/delay`, { reason: 'le 2690549588157 a appelé' })
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('numéro de sécurité sociale')])
  expect((await post(`${cnil}/delay`, { reason: 'Le message est arrivé vendredi soir.' })).status).toBe(303)
  expect((await get(cnil)).text).toContain('Le message est arrivé vendredi soir.')
})

test('an hour that came twice is asked again, with both instants; one that never was is refused', async () => {
  const typed = { fact: 'detected_at', who: 'le sous-traitant', how: 'appel', evidence: '' }
  const twice = await post('clocks/awareness', { ...typed, day: '2025-10-26', time: '02:30' })
  expect(twice.status).toBe(422)
  expect(twice.text).toMatch(/la première fois.*UTC\+02:00.*la seconde fois.*UTC\+01:00/)
  expect(twice.html).toContain('value="le sous-traitant"')
  const never = await post('clocks/awareness', { ...typed, day: '2026-03-29', time: '02:30' })
  expect([never.status, never.text]).toEqual([422, expect.stringContaining('n’existe pas ce jour-là')])
})

test('an answer changes the board; a risk is decided with its reasons, beside what was proposed', async () => {
  const asked = /name="fact" value="([a-z_0-9]+)"[\s\S]*?name="value" value="no"/.exec(
    (await get('clocks')).html,
  )
  const fact = asked?.[1] ?? ''
  const sent = await post('clocks/answers', { fact, organisation: 'deux-rives', value: 'no', source: '' })
  expect([sent.status, sent.to]).toEqual([303, `${base}/clocks#content`])
  expect((await get('clocks')).html).not.toContain(`name="fact" value="${fact}"`)
  expect((await post('clocks/risk', { level: 'high', reasons: '' })).status).toBe(422)
  expect((await post('clocks/risk', { level: 'high', reasons: 'NIR de 18 000 personnes.' })).status).toBe(303)
  expect((await get('clocks/risk')).text).toMatch(/Décidé : risque élevé\..*NIR de 18 000 personnes\./)
})

test('a factor of the score is chosen with its reason, and stands on the page', async () => {
  const decided = { level: 'high', reasons: 'NIR de 18 000 personnes.', factor_dpc: '1' }
  const unexplained = await post('clocks/risk', decided)
  expect([unexplained.status, unexplained.text]).toEqual([
    422,
    expect.stringContaining('« contexte du traitement » est vide'),
  ])
  await post('clocks/risk', { ...decided, factor_dpc_reason: 'Garanties échues.' })
  expect((await get('clocks/risk')).text).toMatch(/1 Garanties échues\. choisi par une personne/)
})

test('a clause gives its deadline at once, and its end takes it away', async () => {
  const clause = {
    from: 'deux-rives',
    to: 'prevoyance-ponant',
    article: 'Art. 9',
    unit: 'hours',
    starts: 'aware_at',
  }
  expect((await post('clocks/contracts', { ...clause, delay: 'demain' })).status).toBe(422)
  expect((await post('clocks/contracts', { ...clause, delay: '47' })).status).toBe(303)
  const page = await get('clocks/contracts')
  expect(page.text).toContain('47 heures')
  const ends = [...page.html.matchAll(/action="[^"]*\/(clocks\/contracts\/\d+\/end)"/g)].at(-1)?.[1] ?? ''
  expect((await post(ends, { reason: 'résilié' })).status).toBe(303)
  expect((await get('clocks/contracts')).text).toContain('résilié')
})
