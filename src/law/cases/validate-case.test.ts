import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '../../platform/refusal.ts'
import { CASE_EXAMPLE } from './case-example.ts'
import { readCaseJson } from './read-case-json.ts'
import { validateCase } from './validate-case.ts'

/** Code and place of the refusal; undefined when the case is taken. */
function refused(read: () => unknown): Refusal | undefined {
  try {
    read()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  return undefined
}
const said = (json: unknown) => {
  const refusal = refused(() => validateCase(json))
  return refusal && `${refusal.code} ${refusal.params['where']}`
}
const facts = (given: object) => ({ facts: given })
const chain = (links: readonly string[], ...keys: readonly string[]) => ({
  organisations: keys.map((key) => ({ key, role: 'processor' })),
  links: links.map((link) => ({ supplier: link.split('>')[0], client: link.split('>')[1] })),
})
const clause = (given: object) => ({
  ...chain(['a>b'], 'a', 'b'),
  contracts: [{ from: 'a', to: 'b', ...given }],
})

test('a file with facts alone is one controller; facts come bare, in words, or with their source', () => {
  const read = validateCase({
    facts: {
      personal_data: 'yes',
      malicious: 'inconnu',
      exfiltrated: null,
      persons: 'a few dozen',
      headcount: { value: 48, source: 'human resources', at: '2026-06-05T10:00:00+02:00' },
      breach_type: ['c', 'A'],
      restored_within_hours: 6,
      aware_at: '2026-06-05T16:40:00+00:00',
      loss_known_at: '2026-06-05',
      first_idle_day: '2026-06-08',
    },
    as_of: '2026-06-05T18:40:00+02:00',
  })
  expect(read).toEqual({
    facts: {
      personal_data: true,
      malicious: null,
      exfiltrated: null,
      persons: 'a few dozen',
      headcount: 48,
      breach_type: ['C', 'A'],
      restored_within_hours: 6,
      aware_at: '2026-06-05T16:40:00Z',
      loss_known_at: '2026-06-05',
      first_idle_day: '2026-06-08',
    },
    organisations: [{ key: 'own', name: 'own', roles: ['controller'], facts: {} }],
    links: [],
    contracts: [],
    asOf: '2026-06-05T18:40:00+02:00',
  })
})

test('an instant told by the clock of another place of the chain is kept as universal time', () => {
  const { organisations } = validateCase({
    organisations: [
      { key: 'a', role: 'processor', facts: { aware_at: '2026-06-05T20:40:00+04:00' } },
      {
        key: 'b',
        role: 'controller',
        zone: 'Indian/Reunion',
        facts: { aware_at: '2026-06-05T20:40:00+04:00' },
      },
    ],
  })
  expect(organisations.map((one) => one.facts['aware_at'])).toEqual([
    '2026-06-05T16:40:00Z',
    '2026-06-05T20:40:00+04:00',
  ])
})

test.each([
  [[], 'law.wrongShape '],
  ['facts', 'law.wrongShape '],
  [{ facts: [] }, 'law.wrongShape /facts'],
  [{ fact: {} }, 'law.unknownKey '],
  [{ personal_data: true }, 'law.unknownKey '],
  [facts({ personal_dta: true }), 'law.unknownFact /facts/personal_dta'],
  [facts({ personal_data: 'maybe' }), 'law.wrongKind /facts/personal_data'],
  [facts({ personal_data: 1 }), 'law.wrongKind /facts/personal_data'],
  [facts({ insurer_delay_working_days: 0 }), 'law.wrongKind /facts/insurer_delay_working_days'],
  [facts({ headcount: -1 }), 'law.wrongKind /facts/headcount'],
  [facts({ headcount: 1.5 }), 'law.wrongKind /facts/headcount'],
  [facts({ headcount: 'about fifty' }), 'law.wrongKind /facts/headcount'],
  [facts({ persons: -3 }), 'law.wrongKind /facts/persons'],
  [facts({ persons: { value: 3, from: 'x' } }), 'law.unknownKey /facts/persons'],
  [facts({ persons: { source: 'x' } }), 'law.wrongKind /facts/persons'],
  [facts({ sector: 'assurance' }), 'law.unknownCode /facts/sector'],
  [facts({ sector: ['mutual'] }), 'law.wrongKind /facts/sector'],
  [facts({ breach_type: 'C' }), 'law.wrongKind /facts/breach_type'],
  [facts({ breach_type: ['X'] }), 'law.unknownCode /facts/breach_type/0'],
  [facts({ aware_at: '2026-06-05T18:40' }), 'law.noOffset /facts/aware_at'],
  [facts({ aware_at: '2026-10-25T02:30:00' }), 'law.ambiguousLocalTime /facts/aware_at'],
  [facts({ aware_at: '2026-03-29T02:30:00' }), 'law.nonexistentLocalTime /facts/aware_at'],
  [facts({ aware_at: '2026-02-30T10:00:00+01:00' }), 'law.impossibleInstant /facts/aware_at'],
  [facts({ aware_at: '2026-06-05T24:00:00+02:00' }), 'law.impossibleInstant /facts/aware_at'],
  [facts({ aware_at: '2026-06-05T18:61:00+02:00' }), 'law.impossibleInstant /facts/aware_at'],
  [facts({ aware_at: '0206-06-05T18:40:00+02:00' }), 'law.impossibleInstant /facts/aware_at'],
  [facts({ aware_at: '2026-06-05' }), 'law.needsTime /facts/aware_at'],
  [facts({ aware_at: '5 juin' }), 'law.impossibleInstant /facts/aware_at'],
  [facts({ aware_at: 20260605 }), 'law.wrongKind /facts/aware_at'],
  [facts({ aware_at: '2026-06-05T18:40:00+01:00' }), 'law.wrongOffset /facts/aware_at'],
  [facts({ first_idle_day: '2026-02-30' }), 'law.impossibleDay /facts/first_idle_day'],
  [facts({ zone: 'Europe/Pari' }), 'law.unknownZone /facts/zone'],
  [{ zone: '+02:00' }, 'law.unknownZone /zone'],
  [{ asOf: '2026-06-05' }, 'law.needsTime /asOf'],
  [{ asOf: '2026-06-05T10:00:00Z', as_of: '2026-06-05T10:00:00Z' }, 'law.wrongShape /as_of'],
  [{ organisations: [] }, 'law.wrongShape /organisations'],
  [
    { organisations: [{ key: 'a' }, { key: 'b', role: 'controller' }] },
    'law.wrongShape /organisations/0/roles',
  ],
  [{ organisations: [{ key: 'a>b', role: 'controller' }] }, 'law.wrongShape /organisations/0/key'],
  [{ organisations: [{ key: 'a', role: 'host' }] }, 'law.unknownCode /organisations/0/role'],
  [
    { organisations: [{ key: 'a', role: 'controller', sector: 'mutual' }] },
    'law.unknownKey /organisations/0',
  ],
  [chain([], 'a', 'a'), 'law.duplicateKey /organisations'],
  [chain(['a>c'], 'a', 'b'), 'law.unknownOrganisation /links/0/client'],
  [chain(['a>b', 'a>b'], 'a', 'b'), 'law.duplicateKey /links/1'],
  [chain(['a>a'], 'a'), 'law.cycle /links'],
  [chain(['a>b', 'b>c', 'c>a'], 'a', 'b', 'c'), 'law.cycle /links'],
  [clause({ hours: 0 }), 'law.absurdClause /contracts/0'],
  [clause({ hours: -24 }), 'law.absurdClause /contracts/0'],
  [clause({ hours: 24, workingDays: 2 }), 'law.absurdClause /contracts/0'],
  [clause({}), 'law.absurdClause /contracts/0'],
  [clause({ hours: 1e9 }), 'law.absurdClause /contracts/0'],
  [clause({ to: 'a', hours: 24 }), 'law.absurdClause /contracts/0'],
  [clause({ to: 'z', hours: 24 }), 'law.unknownOrganisation /contracts/0/to'],
  [clause({ hours: 24, starts: 'sector' }), 'law.unknownFact /contracts/0/starts'],
  [facts({ persons_qualifier: 'dossier 1 85 12 75 116 001 42' }), 'law.nationalId /facts/persons_qualifier'],
  [facts({ persons: 185127511600142 }), 'law.nationalId /facts/persons'],
  [{ note: '185127511600142' }, 'law.nationalId /note'],
])('%j is refused: %s', (json, expected) => {
  expect(said(json)).toBe(expected)
})

test('a refusal proposes what was meant, in both languages, and never shows a NIR', () => {
  const of = (json: unknown) => refused(() => validateCase(json))!
  expect(of(facts({ personal_dta: true })).text('fr')).toContain(
    'Vouliez-vous dire «\u00a0personal_data\u00a0»',
  )
  expect(of(facts({ sector: 'mutuel' })).text('en')).toContain('Did you mean “mutual”?')
  expect(of({ personal_data: true }).text('fr')).toContain('facts.personal_data')
  expect(of(facts({ aware_at: '2026-06-05T18:40' })).text('fr')).toContain('2026-06-05T18:40:00+02:00')
  expect(of(facts({ aware_at: '2026-10-25T02:30' })).text('fr')).toContain(
    '2026-10-25T02:30:00+02:00 ou 2026-10-25T02:30:00+01:00',
  )
  expect(of(chain(['a>b', 'b>a'], 'a', 'b')).text('fr')).toContain('a → b → a')
  const nir = of(facts({ '1851275116001': '1851275116001' }))
  expect(`${nir.text('fr')}${JSON.stringify(nir.params)}`).not.toContain('1851275')
})

test('the text itself is read strictly', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const code = (given: Uint8Array) => refused(() => readCaseJson(given))?.code
  expect(code(bytes('{"facts": {'))).toBe('law.notJson')
  expect(code(bytes(''))).toBe('law.notJson')
  expect(code(bytes('\ufeff{}'))).toBe('law.byteOrderMark')
  expect(code(new Uint8Array([0x7b, 0xff, 0x7d]))).toBe('law.notUtf8')
  expect(code(bytes('[[[[[[[[[[[[[[]]]]]]]]]]]]]]'))).toBe('law.tooDeep')
  expect(code(new Uint8Array(20_000_001))).toBe('law.tooLarge')
  expect(code(bytes('{"facts": {"a": 1, "b": {"a": ","}, "c": ["a", "a"]}}'))).toBeUndefined()
  const twice = refused(() => readCaseJson(bytes('{"l": [{}, {"a": [{"x": 1, "\\u0078": 2}]}]}')))!
  expect([twice.code, twice.params]).toEqual(['law.duplicateKey', { where: '/l/1/a/0', key: 'x' }])
  const fault = (text: string) => {
    const { line, column, problem } = refused(() => readCaseJson(bytes(text)))!.params
    return `${line}:${column} ${problem}`
  }
  expect(fault('{\n  "a": tru\n}')).toBe('2:8 t')
  expect(fault('{"a": 1,}')).toBe('1:9 }')
  expect(fault('{"a": [1 2]}')).toBe('1:10 2')
  expect(fault('{"a": 01}')).toBe('1:7 0')
  expect(fault('{a: 1}')).toBe('1:2 a')
  expect(fault('{"a": "\n"}')).toBe('1:7 "')
  expect(fault('{} {}')).toBe('1:4 {')
  expect(fault('{"a": ')).toBe('1:7 ∅')
})

test('the zone told among the facts is the one that instants are read by', () => {
  const given = { zone: 'Indian/Reunion', aware_at: '2026-06-05T20:40:00+04:00' }
  expect(validateCase(facts(given))).toMatchObject({
    facts: { aware_at: given.aware_at },
    organisations: [{ zone: 'Indian/Reunion' }],
  })
  const { organisations } = validateCase({ organisations: [{ key: 'a', role: 'controller', facts: given }] })
  expect(organisations[0]).toMatchObject({ zone: 'Indian/Reunion', facts: { aware_at: given.aware_at } })
  expect(said({ zone: 'Europe/Paris', ...facts({ aware_at: given.aware_at }) })).toBe(
    'law.wrongOffset /facts/aware_at',
  )
})

test('a file spoilt anywhere is read or refused, never a bug', () => {
  const text = JSON.stringify(CASE_EXAMPLE)
  const spoilt = fc
    .tuple(fc.nat(text.length), fc.nat(6), fc.string({ maxLength: 3 }))
    .map(([at, less, more]) => new TextEncoder().encode(text.slice(0, at) + more + text.slice(at + less)))
  fc.assert(
    fc.property(spoilt, (bytes) => {
      const refusal = refused(() => validateCase(readCaseJson(bytes)))
      if (refusal) expect(`${refusal.text('fr')} ${refusal.text('en')}`).not.toMatch(/undefined|\[object/)
    }),
    { numRuns: 300 },
  )
  fc.assert(fc.property(fc.jsonValue(), (json) => void refused(() => validateCase(json))))
})

test('a breach of no kind is a question left open', () => {
  expect(validateCase({ facts: { breach_type: [] } }).facts['breach_type']).toBe(null)
})
