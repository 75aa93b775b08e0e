import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Facts, FactValue } from '../model.ts'
import { proposeRisk } from './propose-risk.ts'
import { RISK_LEVELS } from './weighing.ts'

const tri = fc.constantFrom<boolean | null>(true, false, null)
const WORDS = [
  'nom',
  'e-mail',
  'adresse',
  'date de naissance',
  'commande',
  'NIR',
  'IBAN',
  'salaires',
  'diagnostics',
  'mots de passe hachés avec sel',
  'pseudonymes',
  'candidatures',
  'customer data',
  'zorglub',
]
const anyFacts: fc.Arbitrary<Facts> = fc.record({
  breach_type: fc.constantFrom<FactValue>(null, ['C'], ['A'], ['A', 'I'], ['C', 'A', 'I']),
  malicious: tri,
  encrypted_at_rest: tri,
  key_compromised: tri,
  backup_available: tri,
  restored_within_hours: fc.constantFrom<FactValue>(null, 2, '5 working days', 'jamais'),
  exfiltrated: tri,
  persons: fc.constantFrom<FactValue>(null, 1, 15, 80, 213, 'plusieurs milliers', 100_000),
  data_categories: fc.subarray(WORDS, { maxLength: 4 }),
  special_categories: tri,
  financial_data: tri,
  identity_fraud_possible: tri,
  vulnerable_persons: tri,
  recipient_trusted: tri,
  recipients_known: tri,
  data_returned_or_deleted: tri,
  consequences: fc.constantFrom<FactValue>(null, [], ['retards'], ['possible fraud']),
})

/** What is better for people, then what is worse. */
const WORSE: readonly (readonly [string, FactValue, FactValue])[] = [
  ['malicious', false, true],
  ['encrypted_at_rest', true, false],
  ['key_compromised', false, true],
  ['backup_available', true, false],
  ['restored_within_hours', 2, '5 working days'],
  ['exfiltrated', false, true],
  ['persons', 3, 60],
  ['persons', 60, 5000],
  ['persons', 5000, 1_000_000],
  ['persons', 1, 1_000_000],
  ['special_categories', false, true],
  ['financial_data', false, true],
  ['identity_fraud_possible', false, true],
  ['vulnerable_persons', false, true],
  ['recipient_trusted', true, false],
  ['recipients_known', true, false],
  ['data_returned_or_deleted', true, false],
  ['consequences', [], ['operations postponed']],
]

const runs = { numRuns: 100 }
const rankOf = (facts: Facts) => {
  const { level } = proposeRisk(facts)
  return level === null ? null : RISK_LEVELS.indexOf(level)
}

test('a fact made worse never lowers the level, and an unknown one stands between the better and the worse', () => {
  fc.assert(
    fc.property(anyFacts, fc.constantFrom(...WORSE), (facts, [key, better, worse]) => {
      const [low, middle, high] = [better, null, worse].map((value) => rankOf({ ...facts, [key]: value }))
      if (low != null && high != null) expect(high).toBeGreaterThanOrEqual(low)
      // Between two numbers, an unknown one may stand above both: it is compared with the least and the most.
      if (key === 'persons' && !(better === 1)) return
      if (low != null && middle != null) expect(middle).toBeGreaterThanOrEqual(low)
      if (middle != null && high != null) expect(high).toBeGreaterThanOrEqual(middle)
    }),
    { numRuns: 500 },
  )
})

test('one more category of data never lowers the level, once some are known', () => {
  fc.assert(
    fc.property(anyFacts, fc.constantFrom(...WORDS), (facts, word) => {
      const before = rankOf(facts)
      const after = rankOf({ ...facts, data_categories: [...(facts['data_categories'] as string[]), word] })
      const named = (facts['data_categories'] as string[]).length > 0
      if (named && before !== null && after !== null) expect(after).toBeGreaterThanOrEqual(before)
    }),
    runs,
  )
})

test('there is always a level, or facts that would give one', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { level, missing, reasons } = proposeRisk(facts)
      expect(reasons.length).toBeGreaterThan(0)
      if (level === null) expect(missing.length).toBeGreaterThan(0)
    }),
    runs,
  )
})

test('nobody is asked for a fact that is known', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      for (const key of proposeRisk(facts).missing) expect(facts[key] ?? null).toSatisfy(isOpen)
    }),
    runs,
  )
})
const isOpen = (value: FactValue) => value === null || (Array.isArray(value) && value.length === 0)

test('capitals, accents, order and what a number is called do not matter', () => {
  const shout = (value: FactValue): FactValue =>
    Array.isArray(value) ? value.map((one) => one.toUpperCase().normalize('NFD')).toReversed() : value
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const same = { ...facts, data_categories: shout(facts['data_categories'] ?? null) }
      expect(proposeRisk(same).level).toBe(proposeRisk(facts).level)
    }),
    runs,
  )
})

test('no text, however odd, makes it fail', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary' })),
      fc.string(),
      fc.string(),
      (words, persons, hours) => {
        proposeRisk({
          data_categories: words,
          consequences: words,
          persons,
          restored_within_hours: hours,
          breach_type: words,
        })
      },
    ),
    runs,
  )
})
