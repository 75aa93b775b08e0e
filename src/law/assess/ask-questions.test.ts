import fc from 'fast-check'
import { expect, test } from 'vitest'
import { implies } from '../cases/implied-facts.ts'
import { validateCase } from '../cases/validate-case.ts'
import { LAW_FACTS, lawFact } from '../facts/fact-catalogue.ts'
import type { CaseFile, Facts, FactValue } from '../model.ts'
import { answersTo, KNOWN } from './answers.ts'
import { assess } from './assess.ts'

const NOW = '2026-06-06T12:00:00Z'
// A fact from which another follows is that other, said otherwise.
const conditional = Object.keys(LAW_FACTS).filter(
  (key) => ['yes_no', 'choice', 'number'].includes(lawFact(key)!.kind) && !implies(key),
)
const answers = (key: string) => [
  ...answersTo(key, []),
  ...(lawFact(key)!.kind === 'number' ? [0, 49, 50, 1000] : []),
]

const aCase = (facts: Facts): CaseFile => ({
  facts: {},
  organisations: [{ key: 'own', name: 'own', roles: ['controller', 'processor'], facts }],
  links: [],
  contracts: [],
})
const results = (facts: Facts) =>
  new Map(
    assess(aCase(facts), { now: NOW, questionsFor: [] }).conclusions.map(
      ({ id, result }) => [id, result] as const,
    ),
  )
const drawn: fc.Arbitrary<Facts> = fc
  .subarray(conditional, { minLength: 5, maxLength: 60 })
  .chain((keys) => fc.record(Object.fromEntries(keys.map((key) => [key, fc.constantFrom(...answers(key))]))))
  .map((facts) => ({ ...facts, risk_decided: facts['risk_decided'] ?? 'risk' }) as Facts)

test('by the real rules: what is not asked changes nothing, and each answer decides what it was said to decide', () => {
  fc.assert(
    fc.property(drawn, fc.infiniteStream(fc.nat()), (facts, picks) => {
      const pick = <T>(of: readonly T[]): T => of[picks.next().value! % of.length]!
      const { questions } = assess(aCase(facts), { now: NOW })
      const before = results(facts)
      const asked = new Set(questions.map(({ fact }) => fact))
      for (let i = 0; i < 8; i += 1) {
        const fact = pick(conditional.filter((key) => !asked.has(key) && facts[key] === undefined))
        expect(results({ ...facts, [fact]: pick(answers(fact)) })).toEqual(before)
      }
      for (let i = 0; i < 8 && questions.length > 0; i += 1) {
        const { fact, decides, outcomes } = pick(questions)
        const { answer, required, notRequired } = pick(outcomes)
        if (answer === KNOWN) continue
        const after = results({ ...facts, [fact]: answer as FactValue })
        const changed = [...after.keys()].filter((id) => after.get(id) !== before.get(id))
        expect(changed.filter((id) => !decides.includes(id))).toEqual([])
        expect(decides.filter((id) => after.get(id) === 'required')).toEqual(required)
        expect(decides.filter((id) => after.get(id) === 'not_required')).toEqual(notRequired)
      }
    }),
    { numRuns: 8 },
  )
})

test('a newcomer is asked first what decides most, then the instant that starts the clocks', () => {
  const first = (facts: object) =>
    assess(validateCase({ facts }), { now: NOW }).questions.map(({ fact }) => fact)
  expect(first({})[0]).toBe('personal_data')
  const next = first({ personal_data: true, risk_decided: 'risk' })
  expect(next.slice(0, 3)).toContain('aware_at')
  expect(next).not.toContain('authority_notified_at')
  expect(first({ personal_data: false })).not.toContain('risk_decided')
  // What few organisations are, or what follows from another answer, is not asked among the first.
  const rare = ['product_with_digital_elements', 'idle_motive', 'access_request_extension', 'listed_issuer']
  const opening = first({
    personal_data: true,
    malicious: true,
    aware_at: '2026-06-05T18:40:00+02:00',
  }).slice(0, 8)
  expect(opening.filter((fact) => rare.includes(fact))).toEqual([])
  expect(opening).toContain('attack_on_data_system')
})

test('once an incident is major for sure, the desk asks when it was classified: four hours run from there', () => {
  const facts = { sector: 'mutual', very_small_insurer: false, aware_at: '2026-06-05T18:40:00+02:00' }
  const asked = (more: object) =>
    assess(validateCase({ facts: { ...facts, ...more } }), { now: NOW }).questions.map(({ fact }) => fact)
  expect(asked({ dora_classified_major: true })).toContain('dora_classified_at')
  expect(asked({})).not.toContain('dora_classified_at')
  expect(
    asked({ dora_classified_major: true, dora_classified_at: '2026-06-05T20:00:00+02:00' }),
  ).not.toContain('dora_classified_at')
})

test('a fact shared by the chain is asked once, for all', () => {
  const roles = ['controller'] as const
  const organisations = ['a', 'b'].map((key) => ({ key, name: key, roles, facts: {} }))
  const { questions } = assess({ facts: {}, organisations, links: [], contracts: [] }, { now: NOW })
  const asked = questions.filter(({ fact }) => fact === 'personal_data')
  expect(asked.map(({ organisation }) => organisation)).toEqual(['a'])
  expect(asked[0]!.decides).toContain('gdpr_33_1@b')
  expect(questions.filter(({ fact }) => fact === 'sector').map(({ organisation }) => organisation)).toEqual([
    'a',
    'b',
  ])
})
