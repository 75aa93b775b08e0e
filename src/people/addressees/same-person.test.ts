import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Identity, samePersons } from './same-person.ts'

const member = (memberId: string, given: Partial<Identity> = {}): Identity => ({
  memberId,
  surname: 'Kerbrat-Lenoir',
  firstNames: 'Maëlle',
  sex: 'F',
  birth: [1984, 5, 4],
  rank: '1',
  email: 'm.kerbrat@courriel.example',
  addressLines: ['4 rue du Gué'],
  postcode: '37210',
  policyholderId: null,
  protectedAddress: false,
  deceased: false,
  ...given,
})

describe('the same person on several contracts', () => {
  it.each([
    ['the same e-mail', { addressLines: [] }],
    ['the same address', { email: 'autre@courriel.example' }],
    ['the same policyholder', { email: null, addressLines: [], policyholderId: 'H' }],
    ['names written otherwise', { surname: 'KERBRAT LENOIR', firstNames: 'MAELLE' }],
    ['a sex and a rank that one contract lacks', { sex: null, rank: null }],
  ] as const)('is found with %s', (_what, given) => {
    expect(samePersons([member('a', { policyholderId: 'H' }), member('b', given)])).toEqual([['a', 'b']])
  })

  it.each([
    ['another birth date', { birth: [1984, 5, 5] }],
    ['an incomplete birth date', { birth: [1984, 5, 0] }],
    ['another first name', { firstNames: 'Maëlle Anne' }],
    ['another sex', { sex: 'M' }],
    ['another birth rank: twins of one name', { rank: '2' }],
    ['a protected address', { protectedAddress: true }],
    ['a death', { deceased: true }],
    ['nothing else in common', { email: 'autre@courriel.example', addressLines: ['9 rue Neuve'] }],
    ['a postcode alone in common', { email: null, addressLines: [] }],
  ] as const)('is not said of people with %s', (_what, given) => {
    expect(samePersons([member('a'), member('b', given as Partial<Identity>)])).toEqual([])
  })

  it('is never said of two through a third', () => {
    const shared = member('b', { email: 'two@courriel.example' })
    const far = member('c', { email: 'two@courriel.example', addressLines: ['9 rue Neuve'] })
    expect(samePersons([member('a'), shared, far])).toEqual([['a', 'b']])
  })
})

describe('any register', () => {
  const maybe = <T>(...values: T[]) => fc.constantFrom(...values, null)
  const members = fc
    .array(
      fc.record({
        surname: fc.constantFrom('Kerbrat', 'KERBRAT', 'Lenoir'),
        firstNames: fc.constantFrom('Maëlle', 'MAELLE', 'Yann'),
        sex: maybe('F', 'M'),
        birth: fc.constantFrom<Identity['birth']>([1984, 5, 4], [1984, 5, 5], [1984, 13, 1], [null, 5, 4]),
        rank: maybe('1', '2'),
        email: maybe('a@courriel.example', 'A@courriel.example', 'b@courriel.example'),
        addressLines: fc.constantFrom(['4 rue du Gué'], ['4, RUE DU GUE'], ['9 rue Neuve'], []),
        postcode: maybe('37210', '38000'),
        policyholderId: maybe('H', 'K'),
        protectedAddress: fc.boolean(),
        deceased: fc.boolean(),
      }),
      { maxLength: 12 },
    )
    .map((given) => given.map((one, index): Identity => ({ ...one, memberId: `m${index}` })))

  it('puts nobody in two groups, and only together those whom nothing tells apart', () => {
    fc.assert(
      fc.property(members, (register) => {
        const groups = samePersons(register)
        expect(new Set(groups.flat()).size).toBe(groups.flat().length)
        for (const group of groups) {
          expect(group.length).toBeGreaterThan(1)
          const found = group.map((id) => register.find(({ memberId }) => memberId === id)!)
          for (const known of ['sex', 'rank'] as const)
            expect(new Set(found.map((one) => one[known]).filter(Boolean)).size).toBeLessThan(2)
          expect(new Set(found.map((one) => one.birth.join('-'))).size).toBe(1)
          expect(new Set(found.map((one) => `${one.protectedAddress} ${one.deceased}`)).size).toBe(1)
        }
      }),
    )
  })
})
