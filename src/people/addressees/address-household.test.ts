import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressHousehold, type HouseholdMember } from './address-household.ts'

const POSTAL = { lines: ['4 rue du Gué'], postcode: '37210', city: 'Rives-sur-Loire', country: '' }
const NOWHERE = { lines: [], postcode: null, city: null, country: null }
const UNUSABLE = { lines: ['4 rue du Gué'], postcode: '9', city: 'Rives', country: '' }
const GUARDIAN = { name: 'Service Tutélaire du Gué', address: { ...POSTAL, lines: ['9 quai Neuf'] } }

let row = 0
function aMember(memberId: string, given: Partial<HouseholdMember> = {}): HouseholdMember {
  row += 1
  return {
    memberId,
    memberRow: row,
    policyholderId: memberId === 'holder' ? null : 'holder',
    class: 'confirmed',
    birth: [1980, 5, 4],
    fullName: 'Yann Kerbrat',
    minor: false,
    deceased: false,
    population: 'insured',
    protectedAddress: false,
    email: `${memberId}@courriel.example`,
    address: POSTAL,
    guardian: null,
    ...given,
  }
}
const holder = (given: Partial<HouseholdMember> = {}) => aMember('holder', given)
const child = (given: Partial<HouseholdMember> = {}) =>
  aMember('child', { minor: true, birth: [2012, 1, 2], ...given })
const adult = (given: Partial<HouseholdMember> = {}) => aMember('adult', given)
const outcome = (id: string, ...household: HouseholdMember[]) => addressHousehold(household).get(id)

describe('an insured adult', () => {
  it('is written to in person, by e-mail with the letter as second way', () => {
    expect(outcome('holder', holder())).toMatchObject({
      told: 'self',
      through: 'holder',
      contact: { email: 'holder@courriel.example', postal: { postcode: '37210', country: 'FRANCE' } },
    })
  })
  it('gets a letter when the e-mail cannot be trusted', () => {
    expect(outcome('holder', holder({ email: 'holder@@courriel' }))).toMatchObject({
      told: 'self',
      contact: { email: null },
    })
  })
  it.each([
    ['deceased', { deceased: true }],
    ['no_contact', { email: null, address: NOWHERE }],
    ['no_contact', { email: 'no', address: NOWHERE }],
    ['unusable_address', { email: null, address: UNUSABLE }],
    ['protected_address', { email: null, protectedAddress: true }],
  ] as const)('cannot be told: %s', (reason, given) => {
    expect(outcome('holder', holder(given))).toEqual({ untold: reason })
  })
  it('never gets a letter at a protected address', () => {
    expect(outcome('holder', holder({ protectedAddress: true }))).toMatchObject({
      told: 'self',
      contact: { postal: null },
    })
  })
})

describe('an adult dependant', () => {
  it.each([
    ['an e-mail of their own', { address: POSTAL }],
    ['an address of their own', { email: null, address: { ...POSTAL, lines: ['12 rue Neuve'] } }],
  ])('is told in person with %s', (_what, given) => {
    expect(outcome('adult', holder(), adult(given))).toMatchObject({ told: 'self', through: 'adult' })
  })
  it.each([
    ['no contact', { email: null, address: NOWHERE }],
    [
      'the policyholder’s address, written otherwise',
      { email: null, address: { ...POSTAL, lines: ['4, RUE DU GUE'] } },
    ],
    ['the policyholder’s e-mail', { email: 'HOLDER@courriel.example', address: NOWHERE }],
  ])('is told with the policyholder when they have %s', (_what, given) => {
    expect(outcome('adult', holder({ class: null }), adult(given))).toMatchObject({
      told: 'policyholder',
      through: 'holder',
    })
  })
  it('keeps the shared address as a second way, and never sends to the policyholder’s e-mail', () => {
    expect(outcome('adult', holder(), adult())).toMatchObject({
      contact: { email: 'adult@courriel.example', postal: { postcode: '37210' } },
    })
    const apart = adult({ email: 'holder@courriel.example', address: { ...POSTAL, lines: ['12 rue Neuve'] } })
    expect(outcome('adult', holder(), apart)).toMatchObject({ told: 'self', contact: { email: null } })
  })
  it.each([
    ['is dead', { deceased: true }],
    ['is out of reach', { email: null, address: NOWHERE }],
    ['is a minor', { minor: true }],
    ['is under guardianship', { guardian: GUARDIAN }],
  ] as const)('is told in person when the policyholder %s', (_why, given) => {
    expect(outcome('adult', holder(given), adult())).toMatchObject({ told: 'self', through: 'adult' })
  })
  it('is told in person when the policyholder is not in the register', () => {
    expect(outcome('adult', adult())).toMatchObject({ told: 'self' })
  })
  it('with a protected address is never told through the policyholder', () => {
    expect(outcome('adult', holder(), adult({ protectedAddress: true }))).toMatchObject({
      told: 'self',
      contact: { email: 'adult@courriel.example', postal: null },
    })
    expect(outcome('adult', holder(), adult({ protectedAddress: true, email: null }))).toEqual({
      untold: 'protected_address',
    })
  })
})

describe('a minor', () => {
  it('is told through the policyholder, even one who is not on the list', () => {
    expect(outcome('child', holder({ class: null }), child())).toMatchObject({
      told: 'legal_representative',
      through: 'holder',
    })
  })
  it('is told through the guardian when the policyholder is dead', () => {
    expect(outcome('child', holder({ deceased: true }), child({ guardian: GUARDIAN }))).toMatchObject({
      told: 'guardian',
      contact: { email: null, postal: { lines: ['9 quai Neuf'] } },
    })
  })
  it('is else told through another adult of the household, the eldest', () => {
    const elder = aMember('elder', { birth: [1975, 1, 1] })
    expect(outcome('child', holder({ deceased: true }), adult(), elder, child())).toMatchObject({
      through: 'elder',
    })
  })
  it('has else no legal representative', () => {
    expect(outcome('child', holder({ deceased: true }), child())).toEqual({
      untold: 'no_legal_representative',
    })
    expect(outcome('child', child())).toEqual({ untold: 'no_legal_representative' })
    expect(outcome('holder', holder({ minor: true }))).toEqual({ untold: 'no_legal_representative' })
  })
  it('keeps the reason of a representative who cannot be reached', () => {
    expect(outcome('child', holder({ email: null, address: UNUSABLE }), child())).toEqual({
      untold: 'unusable_address',
    })
  })
  it('with a protected address is told only through someone who shares the protection, by e-mail', () => {
    expect(outcome('child', holder(), child({ protectedAddress: true }))).toEqual({
      untold: 'protected_address',
    })
    expect(
      outcome('child', holder(), adult({ protectedAddress: true }), child({ protectedAddress: true })),
    ).toMatchObject({
      told: 'legal_representative',
      through: 'adult',
      contact: { postal: null },
    })
  })
  it('follows the parent they hang from when that parent hangs from the other', () => {
    const mother = adult({ memberId: 'mother' })
    expect(outcome('child', holder(), mother, child({ policyholderId: 'mother' }))).toMatchObject({
      through: 'mother',
    })
  })
})

describe('someone who died', () => {
  const dead = (given: Partial<HouseholdMember> = {}) => adult({ deceased: true, ...given })

  it('is told by the sentence of a message that leaves anyway', () => {
    expect(outcome('adult', holder(), dead())).toEqual({ untold: 'deceased' })
    expect(outcome('adult', holder({ class: null }), dead(), child())).toEqual({ untold: 'deceased' })
  })

  it('is told to an adult of the household when no message leaves, the policyholder first, then the eldest', () => {
    expect(outcome('adult', holder({ class: null }), dead())).toMatchObject({
      told: 'relative',
      through: 'holder',
    })
    const elder = aMember('elder', { class: null, birth: [1950, 1, 1] })
    const younger = aMember('younger', { class: null, birth: [1990, 1, 1] })
    expect(outcome('holder', holder({ deceased: true }), younger, elder)).toMatchObject({
      told: 'relative',
      through: 'elder',
    })
  })

  it('is told to nobody when the household holds nobody to tell, or when we cannot tell that it is them', () => {
    expect(outcome('adult', holder({ class: null, minor: true }), dead())).toEqual({ untold: 'deceased' })
    expect(outcome('adult', holder({ class: null }), dead({ class: 'cannot_be_excluded' }))).toEqual({
      untold: 'deceased',
    })
    const shielded = dead({ protectedAddress: true })
    expect(outcome('adult', holder({ class: null }), shielded)).toEqual({ untold: 'deceased' })
  })
})

describe('a health professional, a firm, a client of a firm', () => {
  it('reads of their own data in person, never through the policyholder', () => {
    const withoutContact = { email: null, address: NOWHERE }
    expect(outcome('adult', holder(), adult({ population: 'firm', ...withoutContact }))).toEqual({
      untold: 'no_contact',
    })
    expect(outcome('adult', holder(), adult({ population: 'health_professional' }))).toMatchObject({
      told: 'self',
    })
  })
})

describe('a person under guardianship', () => {
  it('is told through the guardian, by letter to the guardian', () => {
    expect(outcome('holder', holder({ guardian: GUARDIAN }))).toMatchObject({
      told: 'guardian',
      through: 'holder',
      contact: { email: null, postal: { lines: ['9 quai Neuf'] } },
    })
  })
  it.each([
    ['no_contact', NOWHERE],
    ['unusable_address', UNUSABLE],
  ] as const)('cannot be told: %s', (reason, address) => {
    expect(outcome('holder', holder({ guardian: { name: 'T', address } }))).toEqual({ untold: reason })
  })
})

describe('any household', () => {
  const maybe = <T>(value: T) => fc.constantFrom(value, null)
  const member = fc.record({
    class: fc.constantFrom('confirmed' as const, 'presumed' as const, 'cannot_be_excluded' as const, null),
    link: fc.nat({ max: 6 }),
    birth: fc.tuple(maybe(1980), maybe(13), maybe(0)),
    minor: fc.boolean(),
    deceased: fc.boolean(),
    protectedAddress: fc.boolean(),
    email: fc.constantFrom('a.b@courriel.example', 'a b@courriel', null),
    address: fc.constantFrom(POSTAL, NOWHERE, UNUSABLE),
    guardian: fc.constantFrom(null, GUARDIAN, { name: 'G', address: NOWHERE }),
    population: fc.constantFrom('insured' as const, 'insured' as const, 'health_professional' as const),
  })
  const households = fc.array(member, { minLength: 1, maxLength: 6 }).map((given) =>
    given.map(({ link, ...rest }, index) => ({
      ...rest,
      memberId: `m${index}`,
      memberRow: index,
      fullName: 'Yann Kerbrat',
      policyholderId: link === index ? null : `m${link}`,
    })),
  )

  it('never writes to an adult about another who can be reached apart', () => {
    fc.assert(
      fc.property(households, (household) => {
        for (const [id, found] of addressHousehold(household)) {
          if ('untold' in found || found.told !== 'policyholder') continue
          const person = household.find(({ memberId }) => memberId === id)!
          const through = household.find(({ memberId }) => memberId === found.through)!
          const apart = person.address === POSTAL && through.address !== POSTAL
          expect(apart || person.protectedAddress).toBe(false)
        }
      }),
    )
  })

  it('gives each person on the list exactly one outcome, doubtful ones too, and nobody else any', () => {
    fc.assert(
      fc.property(households, (household) => {
        const concerned = household.filter((person) => person.class !== null)
        expect([...addressHousehold(household).keys()].sort()).toEqual(
          concerned.map((person) => person.memberId).sort(),
        )
      }),
    )
  })

  it('writes to no one dead, no minor, no protected address by letter, and never without a means', () => {
    fc.assert(
      fc.property(households, (household) => {
        for (const [id, found] of addressHousehold(household)) {
          if ('untold' in found) continue
          const person = household.find((other) => other.memberId === id)!
          const through = household.find((other) => other.memberId === found.through)!
          expect(person.deceased).toBe(found.told === 'relative')
          expect(found.contact.email ?? found.contact.postal).not.toBeNull()
          if (found.told === 'guardian') continue
          expect([through.deceased, through.minor]).toEqual([false, false])
          if (through.protectedAddress) expect(found.contact.postal).toBeNull()
          if (person.protectedAddress && through !== person) expect(through.protectedAddress).toBe(true)
        }
      }),
    )
  })

  it('gives the same outcomes whatever the order of the rows', () => {
    fc.assert(
      fc.property(households, (household) => {
        const sorted = (found: Map<string, unknown>) => [...found].sort(([a], [b]) => (a < b ? -1 : 1))
        expect(sorted(addressHousehold([...household].reverse()))).toEqual(
          sorted(addressHousehold(household)),
        )
      }),
    )
  })
})
