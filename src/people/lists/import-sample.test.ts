import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testPlatform } from '../../../test/support/database.ts'
import type { DeskEnv, Viewer } from '../../desk/index.ts'
import { generateSample } from '../../exercise/generate/index.ts'
import { entriesBefore, tocsin } from '../../journal/index.ts'
import { oneRow, rows } from '../../platform/database.ts'
import { readProgress } from '../../platform/progress.ts'
import { Refusal } from '../../platform/refusal.ts'
import { literal, withDuckDb } from './duckdb.ts'
import { importLists } from './import-lists.ts'
import type { ImportedLists } from './import-shapes.ts'
import { routes } from './routes.tsx'
import { streamAudience } from './stream-audience.ts'
import { versionRoutes } from './version-routes.tsx'

/** A generated register and exposed list through the real match, then the pages over them. */
let platform: Awaited<ReturnType<typeof testPlatform>>
let imported: ImportedLists
let folder: string
let app: Hono<DeskEnv>
const incidentId = randomUUID()
const viewer: Viewer = {
  userId: randomUUID(),
  name: 'Hélène Marchetti',
  title: 'déléguée à la protection des données',
  roles: ['dpo'],
  fictional: true,
  sessionId: 's1',
  stepUpAt: null,
}

beforeAll(async () => {
  platform = await testPlatform()
  folder = join(platform.home.root, 'sample')
  mkdirSync(folder)
  await generateSample({ members: 2500, exposed: 6000, affected: 400, seed: 7, out: folder, force: true })
  await platform.db.query(
    `insert into incident (id, reference, title, exercise, opened_at, opened_by) values ($1, 'essai', 'Essai', true, now(), 'essai')`,
    [incidentId],
  )
  await platform.db.query(`insert into access_home (exercise) values (true)`)
  await platform.db.query(
    `insert into user_account (id, login, display_name, roles, fictional, created_at) values ($1, 'helene.m', 'H', '{dpo}', true, now())`,
    [viewer.userId],
  )
  imported = await importLists(
    platform,
    { incidentId, registerPath: join(folder, 'register.csv'), exposedPath: join(folder, 'exposed.csv') },
    tocsin,
  )
  app = desk()
})
afterAll(() => platform.close())

function desk(): Hono<DeskEnv> {
  const whole = new Hono<DeskEnv>()
  whole.use(async (c, next) => {
    c.set('platform', platform)
    c.set('viewer', viewer)
    c.set('locale', 'fr')
    c.set('incident', {
      id: incidentId,
      reference: 'essai',
      title: 'Essai',
      exercise: true,
      controllerName: 'Essai',
    })
    await next()
  })
  whole.onError((error, c) =>
    error instanceof Refusal ? c.text(error.text('fr'), error.http) : c.text(String(error.stack), 500),
  )
  whole.route('/incidents/essai', versionRoutes())
  whole.route('/incidents/essai', routes({ deliveryHistory: async () => 'chaque envoi' }))
  return whole
}
const get = async (path: string) => app.request(`/incidents/essai/${path}`)
const page = async (path: string) => {
  const response = await get(path)
  const html = await response.text()
  expect(response.status, html.slice(0, 600)).toBe(200)
  return html
}
const post = (path: string, fields: Record<string, string>) =>
  app.request(`/incidents/essai/${path}`, { method: 'POST', body: new URLSearchParams(fields) })

describe('a generated sample', () => {
  it('is imported with every row and person accounted for', async () => {
    const { persons, verdicts } = imported
    expect(verdicts.records).toBe(6000)
    expect(persons.concerned).toBeGreaterThan(300)
    let covered = 0
    for await (const audience of streamAudience(platform.db, imported.listVersion.id)) {
      for (const addressee of audience) covered += addressee.covers.length
    }
    const untold = Object.values(persons.untold).reduce((a, b) => a + b, 0)
    expect(covered + untold).toBe(persons.concerned)
  })

  it('leaves no national identifier in the database nor in what the store keeps in clear', async () => {
    const nirs = readFileSync(join(folder, 'register.csv'), 'utf8').match(/(?<=;)[12]\d{12,14}(?=;)/g) ?? []
    expect(nirs.length).toBeGreaterThan(100)
    const dump = JSON.stringify([
      await rows(platform.db, 'select * from person'),
      await rows(platform.db, 'select * from addressee'),
      await rows(platform.db, 'select * from list_entry_row'),
      await rows(platform.db, 'select * from journal_entry'),
    ])
    expect(nirs.filter((nir) => dump.includes(nir))).toEqual([])
    expect(readdirSync(platform.home.work)).toEqual([])
  })

  it('says how far it has come', async () => {
    const [row] = await readProgress(platform.db, incidentId)
    expect(row).toMatchObject({ step: 'import', done: 100, failure: null })
    expect(row?.finishedAt).not.toBeNull()
  })
})

describe('the pages', () => {
  it.each([
    ['people?class=concerned', () => imported.persons.concerned],
    ['people?class=confirmed', () => imported.persons.byClass.confirmed],
    ['people?class=cannot_be_excluded', () => imported.persons.heldForReview],
    ['people?through=legal_representative', () => imported.persons.toldThrough.legal_representative],
    ['people?untold=deceased', () => imported.persons.untold.deceased],
  ] as const)('%s opens with the figure that led to it', async (path, count) => {
    const html = await page(path)
    const figure = new Intl.NumberFormat('fr-FR').format(count())
    expect(/<h1>(.*?)<\/h1>/s.exec(html)?.[1]?.replace(/<[^>]+>/g, '')).toMatch(
      new RegExp(`^${figure} personnes?, liste v1\\.`),
    )
  })

  it('pages through everyone once, with no name in an address', async () => {
    const seen: string[] = []
    let path: string | undefined = 'people?class=concerned'
    while (path) {
      const html: string = await page(path)
      seen.push(...[...html.matchAll(/href="[^"]*people\/(\d+)"/g)].map((match) => match[1]!))
      path = /href="\/incidents\/essai\/([^"]*)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
      expect(seen.length).toBeLessThanOrEqual(imported.persons.concerned)
    }
    expect(seen).toHaveLength(imported.persons.concerned)
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('asks for a motive before it shows a person, journals it, and masks what it can', async () => {
    const { id, email, name } = await oneRow<{ id: number; email: string; name: string }>(
      platform.db,
      `select p.id, p.email, p.surname as name from list_entry e join person p on p.id = e.person_id where p.email is not null and e.told_through = 'self' limit 1`,
    )
    expect(await page(`people/${id}`)).not.toContain(name)
    const refused = await post(`people/${id}/look-ups`, {})
    expect(refused.status).toBe(422)
    const opened = await post(`people/${id}/look-ups`, { motive: 'call' })
    const shown = await page(opened.headers.get('location')!.replace('/incidents/essai/', ''))
    expect(shown).toContain(name)
    expect(shown).toContain('chaque envoi')
    expect(shown).not.toContain(email)
    const [entry] = await entriesBefore(platform.db, undefined, 1)
    expect(entry).toMatchObject({ kind: 'person.looked_up', incidentId })
    expect(JSON.parse(entry!.payload)).toMatchObject({ personId: id, motive: 'call' })
    const asked = await post(`people/${id}/look-ups`, { motive: 'call', shown: 'email' })
    expect(await page(asked.headers.get('location')!.replace('/incidents/essai/', ''))).toContain(email)
    expect((await entriesBefore(platform.db, undefined, 1))[0]?.kind).toBe('person.contact_shown')
  })

  it('explains field by field why they are on the list, and never shows a NIR', async () => {
    const person = await oneRow<{ id: number; contract: string }>(
      platform.db,
      `select p.id, p.contract from list_entry_row r join person p on p.id = r.person_id where r.tier = 'T1' limit 1`,
    )
    const before = (await entriesBefore(platform.db, undefined, 1))[0]?.seq ?? 0
    const opened = await post(`people/${person.id}/look-ups`, { motive: 'audit' })
    expect((await entriesBefore(platform.db, undefined, 1))[0]?.seq).toBe(before + 1)
    const html = await page(opened.headers.get('location')!.replace('/incidents/essai/', ''))
    expect(html).toContain('class="ledger rows waterfall"')
    expect(html).toContain('au-dessus du seuil')
    expect(html).toContain('masqué')
    expect(html).not.toMatch(/(?<!\d)[12]\d{12}(?:\d\d)?(?!\d)/)
  })

  it('lets a call agent search and open one person, not go through the list', async () => {
    Object.assign(viewer, { roles: ['call_agent'] })
    const alone = await page('people')
    expect(alone).toContain('Cherchez la personne qui vous appelle.')
    expect(alone).not.toMatch(/people\/\d+/)
    expect((await get('people?class=concerned')).status).toBe(403)
    expect((await get('people?outcome=told')).status).toBe(403)
    expect((await get('lists/rows')).status).toBe(403)
    const { surname } = await oneRow<{ surname: string }>(
      platform.db,
      `select coalesce(p.usage_name, p.surname) as surname from list_entry e join person p on p.id = e.person_id limit 1`,
    )
    expect(await (await post('people/searches', { text: surname })).text()).toContain(surname)
    Object.assign(viewer, { roles: ['dpo'] })
  })

  it('does not open a person with another person’s look-up', async () => {
    const ids = await rows<{ id: number; surname: string }>(
      platform.db,
      `select p.id, p.surname from list_entry e join person p on p.id = e.person_id limit 2`,
    )
    const opened = await post(`people/${ids[0]!.id}/look-ups`, { motive: 'call' })
    const lookup = opened.headers.get('location')!.split('=')[1]
    expect(await page(`people/${ids[1]!.id}?lookup=${lookup}`)).toContain('Pourquoi consultez-vous')
  })

  it('searches by name and by number, journalled without the text, and refuses a NIR', async () => {
    const someone = await oneRow<{ surname: string; number: string }>(
      platform.db,
      `select coalesce(p.usage_name, p.surname) as surname, p.member_number as number from list_entry e join person p on p.id = e.person_id where p.member_number is not null limit 1`,
    )
    for (const text of [someone.surname, someone.number]) {
      const found = await (await post('people/searches', { text })).text()
      expect(found).toContain(someone.surname)
    }
    const [entry] = await entriesBefore(platform.db, undefined, 1)
    expect(entry).toMatchObject({ kind: 'people.listed', incidentId })
    expect(JSON.parse(entry?.payload ?? '')).toEqual({
      filter: 'search=number',
      total: expect.any(Number),
      shown: expect.any(Number),
    })
    expect((await post('people/searches', { text: 'a' })).status).toBe(422)
    expect((await post('people/searches', { text: '2 84 03 99 351 042' })).status).toBe(422)
  })

  it('answers for someone off the list: what can be said to a call agent, and its weights to the DPO', async () => {
    const run = join(platform.home.store, 'verdicts', imported.runId)
    const [near] = await withDuckDb(({ all }) =>
      all(
        `select m.member_row from read_parquet(${literal(join(run, 'members.parquet'))}) m
           semi join read_parquet(${literal(join(run, 'explanations.parquet'))}) e on e.member_row = m.member_row
          where m.class = 'not_on_list' order by 1 limit 1`,
      ),
    )
    const [titles = '', ...members] = readFileSync(join(folder, 'register.csv'), 'utf8').split(/\r?\n/)
    const columns = titles.replace('\ufeff', '').split(';')
    const cells = members[Number(near?.['member_row'] ?? 1) - 1]!.split(';')
    const cell = (name: string) => cells[columns.indexOf(name)] ?? ''
    const [year = '', month = '', day = ''] = cell('date_naissance').split('/').reverse()
    const asked = {
      surname: cell('nom_naissance'),
      first_names: cell('prenoms'),
      birth: `${year}-${month}-${day}`,
    }
    const answer = async () => (await post('people/absent', { ...asked, motive: 'call' })).text()
    const proof = await answer()
    expect(proof).toContain('n’est pas sur la liste v1')
    expect(proof).toContain('Ce que cela ne prouve pas')
    if (near) expect(proof).toContain('class="ledger rows waterfall"')
    Object.assign(viewer, { roles: ['call_agent'] })
    const short = await answer()
    Object.assign(viewer, { roles: ['dpo'] })
    expect(short).toContain('Ce que l’on peut dire')
    expect(short).not.toContain('waterfall')
    for (const html of [proof, short]) expect(html).not.toMatch(/(?<!\d)[12]\d{12}(?:\d\d)?(?!\d)/)
    expect((await post('people/absent', { ...asked })).status).toBe(422)
    expect((await post('people/absent', { number: '2 84 03 99 351 042', motive: 'call' })).status).toBe(422)
  })

  it('lists exposed rows by verdict and tier, without identity', async () => {
    const { byTier, byVerdict } = imported.verdicts
    const tier = byTier.find((found) => found.verdict === 'matched')!
    expect(await page(`lists/rows?verdict=matched&tier=${tier.tier}`)).toContain(
      new Intl.NumberFormat('fr-FR').format(tier.rows),
    )
    expect(await page('lists/rows?verdict=not_ours')).toContain(
      new Intl.NumberFormat('fr-FR').format(byVerdict.not_ours),
    )
  })

  it('proves the account of each file', async () => {
    const html = await page('lists/files?version=1')
    expect(html.match(/Juste/g)).toHaveLength(2)
    expect(html).toContain('register.csv')
  })
})
