import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAudience, staff } from '../../test/support/audience.ts'
import { testPlatform } from '../../test/support/database.ts'
import { aPoorSource } from '../../test/support/dossier-source.ts'
import type { DeskEnv } from '../desk/index.ts'
import { addOrganisation } from '../incident/index.ts'
import { entriesBefore } from '../journal/index.ts'
import type { PersonForPaper } from '../people/lists/index.ts'
import { Temporal } from '../platform/clock.ts'
import { Refusal } from '../platform/refusal.ts'
import { PERSON_BUILDERS } from './documents/person-documents.ts'
import { missingFields } from './model.ts'
import { personRoutes } from './person-routes.tsx'

let platform: Awaited<ReturnType<typeof testPlatform>>
let audience: Awaited<ReturnType<typeof anAudience>>
let viewer: { id: string; name: string }
beforeAll(async () => {
  platform = await testPlatform()
  audience = await anAudience(platform.db, { adults: 3 })
  viewer = (await staff(platform.db))[0]!
  const own = {
    key: 'mutuelle',
    name: 'Mutuelle des Aubiers',
    shortName: 'Aubiers',
    roles: ['controller' as const],
    own: true,
  }
  await addOrganisation(platform, audience.incidentId, own, { kind: 'operator', name: 'essai' })
})
afterAll(() => platform.close())

function desk(role: 'lead' | 'call_agent', lookupsPerHour = 60) {
  const app = new Hono<DeskEnv>()
  app.use('*', async (c, next) => {
    const config = { ...platform.config, access: { lookupsPerHour } }
    c.set('platform', { ...platform, config } as typeof platform)
    c.set('locale', 'fr')
    c.set('viewer', {
      userId: viewer.id,
      name: viewer.name,
      title: '',
      roles: [role],
      fictional: true,
      sessionId: 's',
      stepUpAt: platform.clock.now(),
    })
    const { incidentId: id, reference } = audience
    c.set('incident', { id, reference, title: 'Essai', exercise: true, controllerName: 'Mutuelle' })
    await next()
  })
  app.route('/incidents/:reference', personRoutes())
  app.onError((error, c) =>
    error instanceof Refusal ? c.text(error.code, error.http) : c.text(String(error.stack), 500),
  )
  return (path: string) => app.request(`/incidents/${audience.reference}/people/${path}`)
}

const persons = async () =>
  (
    await platform.db.query<{ id: number; class: string | null; surname: string }>(
      `select p.id, p.surname, e.class from person p left join list_entry e on e.person_id = p.id where p.incident_id = $1 order by p.id`,
      [audience.incidentId],
    )
  ).rows

test('one person gets their attestation, counted and journalled by number, and nothing of it is kept', async () => {
  const person = (await persons()).find((one) => one.class !== null)!
  const answer = await desk('lead')(`${person.id}/papers/attestation_concerned/json`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const said = await answer.text()
  expect(said).toContain(person.surname)
  expect(said).toMatch(/liste v\d+, publiée le/)
  const [entry] = await entriesBefore(platform.db, undefined, 1)
  expect(entry?.kind).toBe('dossier.person_made')
  expect(entry?.payload).not.toContain(person.surname)
  const pdf = await desk('lead')(`${person.id}/papers/complaint_person/pdf?lang=en`)
  expect(
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  const kept = await platform.db.query(`select count(*)::int as n from dossier_version`)
  expect(kept.rows[0]?.['n']).toBe(0)
})

test('beyond the ration, for another role, or off the list, there is no paper', async () => {
  const [first, second] = await persons()
  expect((await desk('call_agent')(`${first!.id}/papers/attestation_concerned/pdf`)).status).toBe(403)
  expect((await desk('lead', 0)(`${second!.id}/papers/complaint_person/pdf`)).status).toBe(429)
  await platform.db.query(
    `insert into person (incident_id, member_id, surname, first_names, sort_name, minor, deceased, protected_address, overseas)
     values ($1, 'hors-liste', 'Personne', 'Exemple', 'PERSONNE EXEMPLE', false, false, false, false)`,
    [audience.incidentId],
  )
  const off = (await persons()).at(-1)!
  const answer = await desk('lead')(`${off.id}/papers/attestation_concerned/json`)
  expect([answer.status, await answer.text()]).toEqual([409, 'dossiers.notOnList'])
})

const PERSON: PersonForPaper = {
  id: 1,
  surname: 'Exemple',
  birthName: 'Modèle',
  firstNames: 'Claire',
  birthDate: '03/13/1948',
  address: [],
  protectedAddress: true,
  minor: true,
  population: 'dependants',
  class: 'cannot_be_excluded',
  listVersion: { number: 2, publishedAt: Temporal.Instant.from('2026-06-07T14:00:00Z') },
}

test.each(['fr', 'en'] as const)(
  'papers say the class and the list as they are, and leave out what is not known (%s)',
  (locale) => {
    const source = aPoorSource({ locale })
    for (const build of Object.values(PERSON_BUILDERS)) {
      const tree = build(source, PERSON)
      const said = JSON.stringify(tree)
      expect(said).toContain(locale === 'fr' ? 'liste v2, publiée le' : 'list v2, published on')
      expect(said).toContain('Exemple (Modèle)')
      expect(said).not.toMatch(/non concernée|not concerned|undefined/)
      expect(missingFields(tree).map(({ id }) => id)).toEqual(expect.arrayContaining(['data', 'signature']))
      expect(missingFields(build(source, null)).map(({ id }) => id)).toEqual(
        expect.arrayContaining(['surname', 'birth_date']),
      )
    }
    expect(JSON.stringify(PERSON_BUILDERS.attestation_concerned(source, PERSON))).toContain(
      locale === 'fr' ? 'on ne peut pas exclure' : 'cannot be excluded',
    )
    expect(JSON.stringify(PERSON_BUILDERS.complaint_person(source, PERSON))).toContain(
      locale === 'fr' ? 'adresse protégée' : 'protected address',
    )
  },
)
