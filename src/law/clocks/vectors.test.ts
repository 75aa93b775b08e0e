import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkVectors } from './check-vectors.ts'

const read = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8'))
const documents = ['law-vectors.json', 'more-vectors.json'].map((name) => [name, read(name)] as const)

test.each(documents)('every vector of %s comes out as written; those in dispute say so', (name, document) => {
  const checked = checkVectors(document, name)
  expect(checked.length).toBeGreaterThan(27)
  expect(checked.filter(({ ok }) => !ok)).toEqual([])
  const inDispute = document.vectors.filter((vector: { disputed: boolean }) => vector.disputed)
  const unsaid = inDispute.filter(
    (vector: { id: string }) => !checked.find(({ id }) => id === vector.id)?.disputed,
  )
  expect(unsaid).toEqual([])
})

test('a malformed vector has its own entry and stops nothing', () => {
  const good = { id: 'A', rule: 'eidas_24h', start: '2026-07-13T20:00:00+02:00', zone: 'Europe/Paris' }
  const expected = { strict: '2026-07-14T20:00:00+02:00' }
  const checked = checkVectors(
    [
      null,
      { ...good, expected: {} },
      { ...good, zone: 4, expected },
      { ...good, params: [], expected },
      { ...good, expected },
      { ...good, expected: { ...expected, text: null } },
      { ...good, rule: 'toString', expected: { error: 'unknown rule' } },
      { ...good, zone: 'Europe/Atlantis', expected: { error: 'law.unknownZone' } },
      { ...good, expected: { error: 'ambiguous local time' } },
    ],
    'list.json',
  )
  expect(checked.map(({ id, ok, error }) => [id, ok, error])).toEqual([
    [1, false, 'law.badVector'],
    ['A', false, 'law.badVector'],
    ['A', false, 'law.badVector'],
    ['A', false, 'law.badVector'],
    ['A', true, undefined],
    ['A', false, undefined],
    ['A', true, undefined],
    ['A', true, undefined],
    ['A', false, undefined],
  ])
  expect(() => checkVectors({ vector: [] }, 'list.json')).toThrow(/list.json/)
})

test('a start told as an object is read as the instant that it holds', () => {
  const one = { rule: 'gdpr33_72h', zone: 'Europe/Paris', expected: { strict: '2026-10-28T01:30:00+01:00' } }
  const dora = {
    rule: 'dora_initial',
    zone: 'Europe/Paris',
    expected: { strict: '2026-06-02T19:30:00+02:00' },
  }
  const checked = checkVectors(
    [
      { ...one, start: { local: '2026-10-25T02:30', offset: '+02:00' } },
      { ...one, start: { at: '2026-10-25T00:30:00Z', source: 'journal' } },
      {
        ...dora,
        start: { aware: '2026-06-02T09:00:00+02:00', classified_major: '2026-06-02T15:30:00+02:00' },
      },
      { ...one, start: { hour: 2 } },
    ],
    'list.json',
  )
  expect(checked.map(({ ok }) => ok)).toEqual([true, true, true, false])
})
