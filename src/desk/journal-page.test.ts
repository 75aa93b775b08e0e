import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testPlatform } from '../../test/support/database.ts'
import { record } from '../journal/index.ts'
import type { DeskEnv } from './env.ts'
import { entryActor, entryWords } from './journal-words.ts'
import { readLocale } from './preferences.tsx'
import type { HomeSources } from './read-home.ts'
import { deskRoutes } from './routes.ts'

const INCIDENT = '0190a000-0000-7000-8000-000000000001'
const OTHER = '0190a000-0000-7000-8000-000000000002'
const nothing: HomeSources = {
  lists: async () => undefined,
  campaign: async () => undefined,
  outcomes: async () => ({}) as never,
  changedFacts: async () => [],
}

let platform: Awaited<ReturnType<typeof testPlatform>>
let app: Hono<DeskEnv>

beforeAll(async () => {
  platform = await testPlatform()
  app = new Hono<DeskEnv>()
    .use(readLocale())
    .use(async (c, next) => {
      c.set('platform', platform)
      c.set('incident', {
        id: INCIDENT,
        reference: 'tiersoin',
        title: 'Tiersoin',
        exercise: true,
        controllerName: 'M',
      })
      c.set('viewer', { name: 'Hélène Marchetti', title: 'déléguée' } as never)
      await next()
    })
    .route('/incidents/tiersoin', deskRoutes(nothing))
})
afterAll(() => platform.close())

test('an empty journal, an empty desk: full sentences', async () => {
  expect(await page('/journal')).toContain(
    'Aucune entrée. La première sera inscrite avec le premier changement.',
  )
  expect(await page('')).toContain('Aucune liste n’est encore publiée.')
})

test('newest first, page by page, no entry missing', async () => {
  for (let index = 1; index <= 60; index += 1) {
    const incidentId = index === 60 ? OTHER : INCIDENT
    const event = {
      actor: { kind: 'exercise', userId: 'u1', name: 'Léa Fontaine' },
      kind: 'fact.recorded',
      incidentId,
    } as const
    await platform.db.transaction((tx) =>
      record(tx, platform.clock, { ...event, payload: { key: `fact-${index}` } }),
    )
  }
  const first = await page('/journal')
  expect(first).toContain('fact-59')
  expect(first).not.toContain('fact-60')
  expect(first).toContain('Entrée d’un autre incident')
  const next = first.match(/href="\/incidents\/tiersoin(\/journal\?before=\d+)"/)?.[1]
  const second = await page(next!)
  const shown = [
    ...`${first}${second}`.matchAll(/Fait inscrit\u00a0: fact-(\d+)|Fait inscrit&nbsp;: fact-(\d+)/g),
  ]
  expect(shown.map((match) => Number(match[1] ?? match[2]))).toEqual(
    Array.from({ length: 59 }, (_, index) => 59 - index),
  )
})

test('verification is asked, done and shown, in the page and in every footer', async () => {
  expect(await page('/journal')).toContain('Elle n’a pas été vérifiée depuis le démarrage.')
  const answer = await app.request('/incidents/tiersoin/journal/verification', { method: 'POST' })
  expect(answer.status).toBe(303)
  expect(await page('/journal')).toContain('Aucune n’a été changée ni retirée.')
  expect(await page('')).toMatch(/Main courante vérifiée à 13.h.28, 60 entrées, tête [0-9a-f]{4} [0-9a-f]{4}/)
})

test('a changed entry is found and named', async () => {
  await platform.db.query('alter table journal_entry disable trigger journal_entry_append_only')
  await platform.db.query(`update journal_entry set payload = '{}' where seq = 7`)
  await app.request('/incidents/tiersoin/journal/verification', { method: 'POST' })
  const html = await page('/journal')
  expect(html).toMatch(/L’entrée n°.7 ne tient pas\./)
  expect(html).toContain('son contenu ne donne pas son empreinte')
})

test('words for known kinds, the kind itself for the others', () => {
  expect(entryWords({ kind: 'fact.recorded', payload: '{"key":"attack.endedAt"}' }, 'en')).toBe(
    'Fact recorded: attack.endedAt',
  )
  expect(entryWords({ kind: 'fact.recorded', payload: '{}' }, 'en')).toBe('Fact recorded')
  expect(entryWords({ kind: 'new.kind', payload: '{}' }, 'fr')).toBe('new.kind')
  expect(entryActor({ actor: 'exercise:u1:Léa Fontaine' }, 'fr')).toBe('Léa Fontaine, personne fictive')
  expect(entryActor({ actor: 'user:u1:Anne: Le Goff' }, 'fr')).toBe('Anne: Le Goff')
})

async function page(path: string): Promise<string> {
  const answer = await app.request(`/incidents/tiersoin${path}`)
  expect(answer.status).toBe(200)
  return answer.text()
}

test('an instant in an entry is said as the desk says instants, not as it is kept', () => {
  const payload = JSON.stringify({
    rule: 'contrat, art. 9',
    due: '2026-06-07T18:40:00+02:00',
    holder: 'C. Aubin',
  })
  const said = entryWords({ kind: 'duty.reminded_passed', payload }, 'fr').replace(/[\u00a0\u202f]/g, ' ')
  expect(said).toBe('Échéance dépassée : contrat, art. 9, due dim. 7 juin, 18 h 40, tenue par C. Aubin')
  const untaken = JSON.stringify({ rule: 'contrat, art. 9', due: '2026-06-07T18:40:00+02:00', holder: null })
  expect(entryWords({ kind: 'duty.reminded_passed', payload: untaken }, 'fr')).toContain('tenue par personne')
  const filing = JSON.stringify({ filing: 'DSN', due: '2026-06-15' })
  expect(entryWords({ kind: 'disruption.filing_entered', payload: filing }, 'fr')).toContain(
    'lundi 15 juin 2026',
  )
})
