import { expect, test } from 'vitest'
import { canonicalJson } from '../../journal/index.ts'
import { validateCase } from '../cases/validate-case.ts'
import { type Rule, words } from '../model.ts'
import { ALL_RULES } from '../regimes/index.ts'
import { assess } from './assess.ts'
import { canonicalRule, ruleChanged, snapshotOf } from './rule-hash.ts'

const base = ALL_RULES.find(({ id }) => id === 'gdpr_33_1')!
const version = (number: number, given: Partial<Rule>): Rule => ({ ...base, version: number, ...given })
const first = version(1, { validTo: '2026-06-05' })
const second = version(2, { validFrom: '2026-06-06', title: words('Seconde', 'Second') })

/** The version applied, its result, and the reason when it is not required. */
function applied(
  rules: readonly Rule[],
  facts: object,
  options: { asOf?: string; now?: string; zone?: string } = {},
) {
  const { asOf, now, zone } = options
  const caseFile = validateCase({
    facts: { personal_data: true, risk_decided: 'risk', ...facts },
    ...(asOf ? { asOf } : {}),
    ...(zone ? { zone } : {}),
  })
  const [one] = assess(caseFile, { rules, ...(now ? { now } : {}) }).conclusions
  return [
    one!.snapshot.rule.version,
    one!.result,
    one!.result === 'required' ? '' : one!.because[0]!.words.fr,
  ]
}

test('the version in force on the day of the starting fact applies, by the zone of the organisation', () => {
  const rules = [first, second]
  expect(applied(rules, { aware_at: '2026-06-05T23:59:00+02:00' })).toEqual([1, 'required', ''])
  expect(applied(rules, { aware_at: '2026-06-06T00:00:00+02:00' })).toEqual([2, 'required', ''])
  const sameInstant = { aware_at: '2026-06-05T21:00:00Z' }
  expect(applied(rules, sameInstant)[0]).toBe(1)
  expect(applied(rules, sameInstant, { zone: 'Indian/Reunion' })[0]).toBe(2)
})

test('without a starting fact, the day of the case; else now; else no date is held against a rule', () => {
  const day = { asOf: '2026-06-01T10:00:00+02:00', now: '2026-07-01T10:00:00Z' }
  expect(applied([first, second], {}, day)[0]).toBe(1)
  expect(applied([first, second], {}, { now: day.now })[0]).toBe(2)
  expect(applied([first, second], {})[0]).toBe(2)
  expect(applied([first, second], { aware_at: '2026-06-08T10:00:00+02:00' }, day)[0]).toBe(2)
})

test('where no version is law, it says why, and the nearest is shown', () => {
  const gone = version(1, { validFrom: '2020-01-01', validTo: '2024-12-31' })
  const toCome = version(2, { validFrom: '2027-01-01' })
  const facts = { aware_at: '2026-06-05T10:00:00+02:00' }
  expect(applied([gone, toCome], facts)).toEqual([
    2,
    'not_required',
    'parce que ce texte n’était pas encore en vigueur le vendredi 5 juin 2026',
  ])
  expect(applied([gone], facts)[2]).toBe('parce que ce texte n’était plus en vigueur le vendredi 5 juin 2026')
  const proposed = version(3, { status: 'proposed' })
  expect(applied([proposed], facts)).toEqual([3, 'not_required', 'parce que ce n’est pas encore la loi'])
  expect(applied([first, proposed], facts)[0]).toBe(1)
  expect(applied([version(1, { status: 'not_transposed' })], facts)[2]).toBe(
    'parce que la directive n’est pas transposée en droit français',
  )
})

test('a kept rule is told from the one of today by its hash, whatever the order of its members', () => {
  const kept = snapshotOf(base)
  const reordered = Object.fromEntries(Object.entries(base).reverse()) as unknown as Rule
  expect(kept.hash).toMatch(/^[0-9a-f]{64}$/)
  expect(ruleChanged(kept, structuredClone(base))).toBe(false)
  expect(ruleChanged(kept, reordered)).toBe(false)
  expect(ruleChanged(kept, { ...base, validTo: '2026-12-31' })).toBe(true)
  for (const rule of ALL_RULES) expect(canonicalRule(rule)).toBe(canonicalJson(rule))
})
