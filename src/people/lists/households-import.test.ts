import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testPlatform } from '../../../test/support/database.ts'
import { tocsin } from '../../journal/index.ts'
import { oneRow, rows } from '../../platform/database.ts'
import { importLists } from './import-lists.ts'
import type { ImportedLists } from './import-shapes.ts'
import { type Addressee, type Cohort, personCountsHold } from './model.ts'
import { streamAudience } from './stream-audience.ts'

/** A small register through the real match: who is told, through whom, in one message or several. */
let platform: Awaited<ReturnType<typeof testPlatform>>
let imported: ImportedLists
const incidentId = randomUUID()
const AMC = '0099000017'

interface Line {
  readonly id: string
  readonly name: string
  readonly first: string
  readonly born: string
  readonly holder?: string
  readonly email?: string
  readonly street?: string
  readonly contract?: string
  readonly flags?: string
  readonly said?: string
}
const REGISTER: readonly Line[] = [
  {
    id: 'A1',
    name: 'Kerbrat',
    first: 'Yann',
    born: '04/05/1961',
    email: 'y.kerbrat@courriel.example',
    contract: 'C1',
  },
  { id: 'A2', name: 'Kerbrat', first: 'Lou', born: '02/01/2015', holder: 'A1', flags: 'O;N;N;N' },
  { id: 'A3', name: 'Kerbrat', first: 'Anne', born: '09/09/1935', holder: 'A1', flags: 'N;O;N;N' },
  {
    id: 'A4',
    name: 'Lenoir',
    first: 'Jeanne',
    born: '11/03/1963',
    holder: 'A1',
    email: 'j.lenoir@courriel.example',
  },
  { id: 'A5', name: 'Lenoir', first: 'Paul', born: '12/07/1999', holder: 'A1' },
  // The same woman, insured by her employer and with her husband.
  { id: 'B1', name: 'Lenoir', first: 'Jeanne', born: '11/03/1963', street: '4 rue du Gué', contract: 'C2' },
  // Of the same name and birth date, elsewhere: another woman, as far as the register tells.
  { id: 'B2', name: 'Lenoir', first: 'Jeanne', born: '11/03/1963', street: '80 quai Neuf', contract: 'C3' },
  {
    id: 'C1',
    name: 'Orvisse',
    first: 'Inès',
    born: '03/02/1980',
    flags: 'N;N;O;N',
    email: 'i.orvisse@courriel.example',
  },
  { id: 'C2', name: 'Orvisse', first: 'Hugo', born: '05/06/1981', flags: 'N;N;O;N' },
  {
    id: 'D1',
    name: 'Payet',
    first: 'Marie',
    born: '01/01/1970',
    street: '12 chemin Bois de Nèfles',
    flags: 'N;N;N;O',
  },
  { id: 'E1', name: 'Hors', first: 'Liste', born: '01/02/1971' },
  // An optician whose own bank details leaked, and her son, insured under her name.
  { id: 'F1', name: 'Garnier', first: 'Odile', born: '06/06/1969', said: 'Professionnel de santé' },
  { id: 'F2', name: 'Garnier', first: 'Tom', born: '07/07/2014', holder: 'F1', flags: 'O;N;N;N' },
  { id: 'G1', name: 'Cabinet Prévert', first: 'Cabinet', born: '01/01/1990', said: 'FIRM' },
  // Dead and concerned; the widow is on no list.
  { id: 'H1', name: 'Quéré', first: 'Alban', born: '02/02/1940', flags: 'N;O;N;N' },
  { id: 'E2', name: 'Quéré', first: 'Solange', born: '03/03/1942', holder: 'H1' },
]

beforeAll(async () => {
  platform = await testPlatform()
  const folder = join(platform.home.root, 'small')
  mkdirSync(folder)
  const register = join(folder, 'register.csv')
  const exposed = join(folder, 'exposed.csv')
  writeFileSync(
    register,
    [
      'id_adherent;numero_adherent;nom_naissance;prenoms;date_naissance;contrat;amc;email;adresse1;code_postal;ville;id_assure;mineur;decede;adresse_protegee;outre_mer;population',
      ...REGISTER.map((one, n) =>
        [
          one.id,
          `77000${n}`,
          one.name,
          one.first,
          one.born,
          one.contract ?? 'C1',
          AMC,
          one.email ?? '',
          one.street ?? '4 rue du Gué',
          one.id === 'D1' ? '97400' : '37210',
          one.id === 'D1' ? 'Saint-Denis' : 'Rives',
          one.holder ?? one.id,
          one.flags ?? 'N;N;N;N',
          one.said ?? '',
        ].join(';'),
      ),
      '',
    ].join('\n'),
  )
  writeFileSync(
    exposed,
    [
      'NUM_AMC;NUM_ADH;NOM_BENEF;PRENOM_BENEF;DATE_NAISS_BENEF',
      ...REGISTER.filter(({ id }) => !id.startsWith('E')).map((one) => {
        const at = REGISTER.indexOf(one)
        const born = one.born.split('/').reverse().join('')
        return [AMC, `77000${at}`, one.name.toUpperCase(), one.first.toUpperCase(), born].join(';')
      }),
      '',
    ].join('\n'),
  )
  await platform.db.query(
    `insert into incident (id, reference, title, exercise, opened_at, opened_by) values ($1, 'foyers', 'Essai', true, now(), 'essai')`,
    [incidentId],
  )
  imported = await importLists(platform, { incidentId, registerPath: register, exposedPath: exposed }, tocsin)
})
afterAll(() => platform.close())

async function audience(cohort: Cohort = 'concerned'): Promise<Addressee[]> {
  const found: Addressee[] = []
  for await (const page of streamAudience(platform.db, imported.listVersion?.id ?? 0, cohort))
    found.push(...page)
  return found
}
const to = async (firstNames: string, email?: string) =>
  (await audience()).filter(
    (one) => one.name.firstNames === firstNames && (email === undefined || one.email === email),
  )

it('matches everyone listed, and its sums hold', () => {
  expect(imported.persons.concerned).toBe(REGISTER.length - 2)
  expect(personCountsHold(imported.persons)).toBe(true)
})

it('writes to the policyholder about the child and the dependant without a contact, with a word for the dead', async () => {
  const [holder] = await to('Yann')
  expect(holder?.covers.map(({ firstNames }) => firstNames).sort()).toEqual(['Lou', 'Paul', 'Yann'])
  expect(holder).toMatchObject({ kind: 'policyholder_for_dependants', forRelatives: true })
  const names = JSON.stringify(await audience())
  expect(names).not.toContain('"Anne"')
})

it('writes once to a member of two contracts, naming both, and apart to a namesake elsewhere', async () => {
  const once = await to('Jeanne', 'j.lenoir@courriel.example')
  expect(once).toHaveLength(1)
  expect(once[0]?.covers.map(({ contract }) => contract).sort()).toEqual(['C1', 'C2'])
  expect(once[0]?.covers.every(({ isAddressee }) => isAddressee)).toBe(true)
  const [namesake] = (await to('Jeanne')).filter(({ email }) => email === null)
  expect(namesake?.covers).toHaveLength(1)
  expect(namesake?.covers[0]).not.toHaveProperty('contract')
  const outcomes = await rows<{ member: string; told: string }>(
    platform.db,
    `select p.member_id as member, e.told_through as told from list_entry e join person p on p.id = e.person_id
      where p.first_names = 'Jeanne' order by 1`,
  )
  expect(outcomes).toEqual(['A4', 'B1', 'B2'].map((member) => ({ member, told: 'self' })))
})

it('never sends a letter to a protected address, and knows overseas ones', async () => {
  const [ines] = await to('Inès')
  expect(ines).toMatchObject({ email: 'i.orvisse@courriel.example', postal: null })
  const untold = await rows<{ member: string; reason: string }>(
    platform.db,
    `select p.member_id as member, e.untold_reason as reason from list_entry e join person p on p.id = e.person_id
      where e.untold_reason is not null order by 1`,
  )
  expect(untold).toEqual([
    { member: 'A3', reason: 'deceased' },
    { member: 'C2', reason: 'protected_address' },
  ])
  const [marie] = await to('Marie')
  expect(marie?.postal).toMatchObject({ postcode: '97400', city: 'Saint-Denis' })
})

it('writes apart to a health professional and to a firm, each with the data of their own population', async () => {
  const odile = await to('Odile')
  expect(odile.map(({ kind }) => kind).sort()).toEqual(['health_professional', 'parent_of_minor'])
  const populations = odile.map(({ kind, covers }) => [kind, covers.map(({ population }) => population)])
  expect(Object.fromEntries(populations)).toEqual({
    health_professional: ['health_professionals'],
    parent_of_minor: ['dependants'],
  })
  expect(await to('Cabinet')).toMatchObject([{ kind: 'firm', covers: [{ population: 'firms' }] }])
})

it('tells a relative who is on no list of someone who died, when nobody else of the household is told', async () => {
  expect(await to('Solange')).toMatchObject([
    {
      kind: 'relative_of_deceased',
      forRelatives: false,
      covers: [{ firstNames: 'Alban', isAddressee: false }],
    },
  ])
  expect(imported.persons.toldThrough.relative).toBe(1)
})

it('refuses a register that names a population we do not know, and imports nothing', async () => {
  const before = await oneRow<{ n: number }>(platform.db, 'select count(*)::int as n from match_run')
  const strange = join(platform.home.root, 'small', 'strange.csv')
  writeFileSync(
    strange,
    readFileSync(join(platform.home.root, 'small', 'register.csv'), 'utf8').replace('FIRM', 'Navire'),
  )
  await expect(
    importLists(
      platform,
      { incidentId, registerPath: strange, exposedPath: join(platform.home.root, 'small', 'exposed.csv') },
      tocsin,
    ),
  ).rejects.toMatchObject({ code: 'lists.unknownPopulation', params: { column: 'population', row: 14 } })
  expect(await oneRow(platform.db, 'select count(*)::int as n from match_run')).toEqual(before)
})
