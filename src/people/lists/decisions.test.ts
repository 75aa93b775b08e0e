import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testPlatform } from '../../../test/support/database.ts'
import type { DeskEnv, Viewer } from '../../desk/index.ts'
import { generateSample } from '../../exercise/generate/index.ts'
import { entriesBefore, tocsin } from '../../journal/index.ts'
import { oneRow, rows } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { companiesCsv, companiesHold } from './company-account.ts'
import { decideStrategy } from './decide-strategy.ts'
import { fillPreventive } from './fill-preventive.ts'
import { importLists } from './import-lists.ts'
import type { ImportedLists } from './import-shapes.ts'
import { CLASSES, WAYS } from './model.ts'
import { routes } from './routes.tsx'
import { type CompanyFigures, companyFigures } from './store-companies.ts'
import { countPreventive } from './store-preventive.ts'
import { listUnaddressable, streamAudience } from './stream-audience.ts'

/** A generated register through the real match; then whom to warn, and the break-down by company. */
let platform: Awaited<ReturnType<typeof testPlatform>>
let imported: ImportedLists
let app: Hono<DeskEnv>
let folder: string
const incidentId = randomUUID()
const viewer: { -readonly [K in keyof Viewer]: Viewer[K] } = {
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
  viewer.stepUpAt = platform.clock.now()
  folder = join(platform.home.root, 'sample')
  mkdirSync(folder)
  await generateSample({ members: 1500, exposed: 3000, affected: 250, seed: 11, out: folder, force: true })
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
  app = new Hono<DeskEnv>()
  app.use(async (c, next) => {
    c.set('platform', platform)
    c.set('viewer', viewer)
    c.set('locale', 'fr')
    c.set('incident', { id: incidentId, reference: 'essai', title: 'E', exercise: true, controllerName: 'E' })
    await next()
  })
  app.onError((error, c) =>
    error instanceof Refusal ? c.text(error.text('fr'), error.http) : c.text(String(error.stack), 500),
  )
  app.route('/incidents/essai', routes())
})
afterAll(() => platform.close())

const get = async (path: string) => {
  const response = await app.request(path.startsWith('/') ? path : `/incidents/essai/${path}`)
  const html = await response.text()
  expect(response.status, html.slice(0, 600)).toBe(200)
  return html
}
const post = (path: string, fields: Record<string, string>) =>
  app.request(`/incidents/essai/${path}`, { method: 'POST', body: new URLSearchParams(fields) })
const digits = (text: string | undefined) => Number((text ?? '').replace(/<[^>]*>|[^\d]/g, ''))

describe('the member companies', () => {
  it('make up the list, class by class and way by way', async () => {
    const companies = await companyFigures(platform.db, imported.listVersion.id)
    expect(companies.length).toBeGreaterThan(2)
    expect(companies.at(-1)?.company).toBeNull()
    expect(companiesHold(companies, imported.persons)).toBe(true)
  })

  it('link each figure to exactly its people', async () => {
    const html = await get('lists/companies')
    expect(html).toContain('Juste')
    const figures = [
      ...html.matchAll(/<a[^>]*href="([^"]*(?:company|population)=[^"]*)"[^>]*>([\s\S]*?)<\/a>/g),
    ]
    expect(figures.length).toBeGreaterThan(5)
    for (const [, href = '', shown] of [...figures.slice(0, 12), ...figures.slice(-3)]) {
      const opened = await get(href.replaceAll('&amp;', '&'))
      expect({ href, n: digits(/<h1>([\s\S]*?)pers/.exec(opened)?.[1]) }).toEqual({ href, n: digits(shown) })
    }
  })

  it('leave as CSV that no spreadsheet runs', async () => {
    const csv = await get('lists/companies.csv')
    expect(csv.split('\r\n').at(-2)).toContain(`TOTAL;${imported.persons.concerned};`)
    const line = (company: string): CompanyFigures => ({
      company,
      byClass: { confirmed: 1, presumed: 0, cannot_be_excluded: 0 },
      toldThrough: { self: 1, policyholder: 0, legal_representative: 0, guardian: 0, relative: 0 },
      untold: 0,
      concerned: 1,
      persons: 1,
    })
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', ' ='), fc.string(), (start, rest) => {
        const cells = companiesCsv([line(start + rest)]).split('\r\n')[1] ?? ''
        expect(cells).toMatch(/^"?'/)
      }),
    )
  })
})

describe('whom to warn', () => {
  it('is a decision that says why, on a list, and never twice the same', async () => {
    expect(await get('lists/strategy')).toContain('Aucune décision n’est inscrite')
    const short = await post('lists/strategy', { strategy: 'preventive_to_all', reason: 'oui' })
    expect([short.status, await short.text()]).toEqual([422, expect.stringContaining('Écrivez pourquoi')])
    await expect(fillPreventive(platform, incidentId, tocsin)).rejects.toMatchObject({
      code: 'lists.strategyNeeded',
    })
    const reason = 'Le prestataire ne peut pas borner la période, le doute profite aux personnes.'
    const done = await post('lists/strategy', { strategy: 'preventive_to_all', reason })
    expect(done.status).toBe(303)
    expect(await get('lists/strategy')).toContain('Nous prévenons toutes les personnes')
    const again = { incidentId, strategy: 'preventive_to_all' as const, reason }
    await expect(decideStrategy(platform, again, tocsin)).rejects.toMatchObject({
      code: 'lists.strategySame',
    })
    const [entry] = await entriesBefore(platform.db, undefined, 1)
    expect(entry).toMatchObject({
      kind: 'strategy.decided',
      payload: expect.stringContaining('preventive_to_all'),
    })
    expect(JSON.stringify(entry)).not.toContain('borner')
  })

  it('brings in everyone of the register who is on no list, each with one outcome', async () => {
    const versionId = imported.listVersion.id
    let other = 0
    const late = {
      ...platform,
      db: {
        ...platform.db,
        connect: async () => {
          other = await fillPreventive(platform, incidentId, tocsin)
          return platform.db.connect()
        },
      },
    }
    const filled = await fillPreventive(late, incidentId, tocsin)
    expect(filled).toBe(other) // done by someone else while we waited for the lock
    expect(filled).toBe(
      imported.register.records - imported.persons.concerned - imported.persons.heldForReview,
    )
    expect(await fillPreventive(platform, incidentId, tocsin)).toBe(filled)
    let covered = 0
    for await (const page of streamAudience(platform.db, versionId, 'preventive'))
      for (const { covers } of page) covered += covers.length
    const untold = await listUnaddressable(platform.db, versionId, 'preventive')
    expect(covered + untold.length).toBe(filled)
    const { toldThrough } = await countPreventive(platform.db, versionId)
    expect(Object.values(toldThrough).reduce((sum, n) => sum + n, 0)).toBe(covered)
    const twice = await oneRow(
      platform.db,
      `select count(*)::int as n from preventive_entry join list_entry using (list_version_id, person_id)`,
    )
    expect(twice).toEqual({ n: 0 })
  })

  it('gives to those on no list what the import gives to those on it: the same fields, and no identifier', async () => {
    const nirs = readFileSync(join(folder, 'register.csv'), 'utf8').match(/(?<=;)[12]\d{12,14}(?=;)/g) ?? []
    expect(nirs.length).toBeGreaterThan(100)
    const people = await rows<{ birthYear: number | null; addressLines: string[] }>(
      platform.db,
      `select p.*, p.birth_year as "birthYear", p.address_lines as "addressLines" from person p join preventive_entry n on n.person_id = p.id`,
    )
    const dump = JSON.stringify(people)
    expect(nirs.filter((nir) => dump.includes(nir))).toEqual([])
    expect(people.filter(({ birthYear }) => birthYear !== null).length).toBeGreaterThan(people.length * 0.9)
    expect(people.filter(({ addressLines }) => addressLines.length > 0).length).toBeGreaterThan(
      people.length / 2,
    )
    expect(readdirSync(platform.home.work)).toEqual([])
  })
})

const company = fc
  .record({
    ways: fc.tuple(...WAYS.map(() => fc.nat(5))),
    untold: fc.nat(5),
    presumed: fc.nat(5),
    doubtful: fc.nat(5),
  })
  .map(({ ways, untold, presumed, doubtful }): CompanyFigures => {
    const concerned = ways.reduce((sum, n) => sum + n, untold)
    const presumedHere = Math.min(presumed, concerned)
    return {
      company: 'c',
      byClass: { confirmed: concerned - presumedHere, presumed: presumedHere, cannot_be_excluded: doubtful },
      toldThrough: Object.fromEntries(
        WAYS.map((way, at) => [way, ways[at] ?? 0]),
      ) as CompanyFigures['toldThrough'],
      untold,
      concerned,
      persons: concerned + doubtful,
    }
  })

it('companies hold exactly when nobody is missing and nobody is counted twice', () => {
  fc.assert(
    fc.property(fc.array(company, { maxLength: 8 }), fc.integer({ min: -2, max: 2 }), (companies, gap) => {
      const sum = (read: (one: CompanyFigures) => number) => companies.reduce((n, one) => n + read(one), 0)
      const counts = {
        ...imported.persons,
        concerned: sum((one) => one.concerned) + gap,
        heldForReview: sum((one) => one.byClass.cannot_be_excluded),
      }
      expect(companiesHold(companies, counts)).toBe(gap === 0)
      for (const word of CLASSES) expect(sum((one) => one.byClass[word])).toBeGreaterThanOrEqual(0)
    }),
  )
})
