import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Row, readSample } from '../../../test/support/read-sample.ts'
import { isMinor } from './calendar.ts'
import { generateSample, OWN_AMC } from './index.ts'
import { keyOfText } from './national-id.ts'

let root = ''
let register: Row[]
let byId: Map<string, Row>
let families: Row[][]

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tocsin-people-'))
  await generateSample({ members: 6_000, exposed: 10, affected: 10, seed: 7, out: root })
  register = (await readSample(root)).register
  byId = new Map(register.map((row) => [row['id_adherent']!, row]))
  families = householdsOf(register)
})
afterAll(() => rm(root, { recursive: true, force: true }))

function householdsOf(rows: readonly Row[]): Row[][] {
  const byNumber = new Map<string, Row[]>()
  for (const row of rows)
    byNumber.set(row['numero_adherent']!, [...(byNumber.get(row['numero_adherent']!) ?? []), row])
  return [...byNumber.values()]
}

const share = (test: (row: Row) => boolean, among = register) => among.filter(test).length / among.length
const dateOf = (row: Row) => row['date_naissance']!.split('/').map(Number) as [number, number, number]
const age = (row: Row) => 2026 - dateOf(row)[2]

it('gives every NIR its key, and a holder the NIR of their own birth', () => {
  for (const row of register) expect(row['nir']!.slice(13)).toBe(keyOfText(row['nir']!.slice(0, 13)))
  for (const row of register.filter((one) => one['id_assure'] === one['id_adherent'])) {
    const [, month, year] = dateOf(row)
    expect(row['nir']!.slice(1, 3)).toBe(String(year).slice(2))
    if (month > 0) expect(Number(row['nir']!.slice(3, 5))).toBe(month)
    expect('1278').toContain(row['nir']!.charAt(0))
  }
})

it('never gives two households the same NIR', () => {
  const holders = new Map<string, string>()
  for (const row of register) {
    const known = holders.get(row['nir']!) ?? row['numero_adherent']!
    expect(row['numero_adherent']).toBe(known)
    holders.set(row['nir']!, known)
  }
})

it('has families sharing a NIR and a member number, whole households on one address', () => {
  expect(
    families.filter(
      (family) => family.length > 1 && new Set(family.map((row) => row['nir'])).size < family.length,
    ).length,
  ).toBeGreaterThan(500)
  expect(families.some((family) => new Set(family.map((row) => row['nir'])).size > 1)).toBe(true)
})

it('has children on the other parent’s NIR', () => {
  const parents = (row: Row) =>
    families.find((family) => family.includes(row))!.filter((one) => one['mineur'] === 'N')
  const others = register.filter(
    (row) => row['mineur'] === 'O' && row['nir'] !== byId.get(row['id_assure']!)?.['nir'],
  )
  const hung = others.filter((row) => parents(row).some((one) => one['nir'] === row['nir']))
  expect(hung.length).toBeGreaterThan(20)
})

it('has twins, told apart by rank and first name', () => {
  const twins = families.flatMap((family) =>
    family.filter((row) => row['rang'] === '2').map((row) => [family, row] as const),
  )
  expect(twins.length).toBeGreaterThan(5)
  for (const [family, row] of twins) {
    const twin = family.find((one) => one['rang'] === '1' && one['date_naissance'] === row['date_naissance'])!
    if (twin['sexe'] === row['sexe'])
      expect(twin['prenoms']!.split(' ')[0]).not.toBe(row['prenoms']!.split(' ')[0])
  }
})

it('says minor exactly of those under 18 on 31 May 2026', () => {
  for (const row of register) {
    const [day, month, year] = dateOf(row)
    expect(row['mineur']).toBe(isMinor(year, month, day) ? 'O' : 'N')
    expect(year * 10_000 + month * 100 + day).toBeLessThanOrEqual(20_260_531)
  }
  expect(share((row) => row['mineur'] === 'O')).toBeGreaterThan(0.1)
  expect([isMinor(2008, 5, 31), isMinor(2008, 6, 1)]).toEqual([false, true])
})

it('links dependants to an adult of the register, a few to nobody', () => {
  for (const row of register.filter((one) => one['id_assure'] !== '')) {
    const holder = byId.get(row['id_assure']!)!
    expect([holder['mineur'], holder['numero_adherent']]).toEqual(['N', row['numero_adherent']])
  }
  expect(share((row) => row['id_assure'] === '')).toBeGreaterThan(0)
  expect(share((row) => row['id_assure'] === '')).toBeLessThan(0.005)
})

it('gives about 85 % of people an e-mail address of a reserved domain; adults have their own', () => {
  const adults = register.filter((row) => row['mineur'] === 'N')
  expect(share((row) => row['email'] !== '', adults)).toBeCloseTo(0.85, 1)
  const emails = register.map((row) => row['email']!).filter((email) => email !== '')
  expect(emails.every((email) => /^[a-z0-9.]+@[a-z]+\.example$/.test(email))).toBe(true)
  const own = adults.map((row) => row['email']!).filter((email) => email !== '')
  expect(new Set(own).size).toBe(own.length)
  expect(share((row) => row['email'] !== '')).toBeCloseTo(0.85, 1)
})

it('has the postal shapes of France, overseas and abroad', () => {
  const some = (test: (row: Row) => boolean) => expect(share(test)).toBeGreaterThan(0)
  some((row) => row['adresse2']!.includes('Bât'))
  some((row) => row['adresse1']!.startsWith('Appt'))
  some((row) => row['adresse4']!.startsWith('BP ') && row['ville']!.includes('CEDEX'))
  some((row) => row['adresse4'] !== '' && row['adresse3'] === '')
  some((row) => row['pays'] !== '')
  some((row) => row['ville'] === '')
  for (const row of register) expect(row['outre_mer']).toBe(/^9[78]/.test(row['code_postal']!) ? 'O' : 'N')
})

it('has the rare cases: deceased, guardian, protected, incomplete and lunar dates, provisional NIR, Corsica, abroad', () => {
  const cases: ((row: Row) => boolean)[] = [
    (row) => row['decede'] === 'O',
    (row) => row['tuteur_nom'] !== '' && row['tuteur_ville'] !== '',
    (row) => row['adresse_protegee'] === 'O',
    (row) => row['date_naissance']!.startsWith('00/'),
    (row) => Number(row['nir']!.slice(3, 5)) >= 20,
    (row) => /^[78]/.test(row['nir']!),
    (row) => /^.{5}2[AB]/.test(row['nir']!),
    (row) => row['nir']!.slice(5, 7) === '99',
    (row) => /['’]/.test(row['nom_naissance']!),
    (row) => row['prenoms']!.includes('-'),
    (row) => row['entreprise'] !== '' && age(row) > 18,
  ]
  for (const test of cases) expect(share(test), String(test)).toBeGreaterThan(0)
  expect(register.every((row) => row['amc'] === OWN_AMC)).toBe(true)
})
