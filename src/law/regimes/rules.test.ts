import { expect, test } from 'vitest'
import { CLOCK_RULES } from '../clocks/clock-rules.ts'
import type { ParamName } from '../clocks/param-names.ts'
import { lawFact } from '../facts/fact-catalogue.ts'
import type { Condition, Rule, Words } from '../model.ts'
import { ALL_RULES } from './index.ts'

/** Given to conditions besides the catalogue. */
const DERIVED = ['roles', 'risk_level', 'data_codes']

function factsOf(condition: Condition): readonly string[] {
  if ('fact' in condition) return [condition.fact]
  return (condition.op === 'not' ? [condition.of] : condition.of).flatMap(factsOf)
}

const factsRead = (rule: Rule) => [
  ...factsOf(rule.trigger),
  ...rule.exceptions.flatMap(({ when }) => factsOf(when)),
  ...(rule.clock.kind === 'computed'
    ? [
        ...rule.clock.from,
        ...Object.values(rule.clock.params ?? {}),
        ...Object.values(rule.clock.flags ?? {}).flatMap(factsOf),
      ]
    : []),
  ...(rule.doneBy ? [rule.doneBy] : []),
]

/** Every pair of words of a rule, wherever it stands. */
function wordsOf(value: unknown): Words[] {
  if (typeof value !== 'object' || value === null) return []
  if ('fr' in value && 'en' in value) return [value as Words]
  return Object.values(value).flatMap(wordsOf)
}

test.each(ALL_RULES.map((rule) => [`${rule.id} v${rule.version}`, rule] as const))(
  '%s reads only facts that the catalogue knows, and speaks both languages',
  (_, rule) => {
    expect(factsRead(rule).filter((fact) => !DERIVED.includes(fact) && !lawFact(fact))).toEqual([])
    expect(wordsOf(rule).filter(({ fr, en }) => !fr.trim() || !en.trim())).toEqual([])
    expect(wordsOf(rule).filter(({ fr }) => fr.includes("'"))).toEqual([])
    expect(rule.exceptions.filter(({ because }) => !/^parce qu(e |’)/.test(because.fr))).toEqual([])
    expect(rule.exceptions.filter(({ because }) => !because.en.startsWith('because '))).toEqual([])
  },
)

test('every clock that a rule names is one of the table, with parameters it takes', () => {
  const wrong = ALL_RULES.flatMap(({ id, clock }) => {
    if (clock.kind !== 'computed') return []
    const known = CLOCK_RULES.find((one) => one.id === clock.rule)
    const named = Object.keys({ ...clock.params, ...clock.flags, ...clock.fixed })
    return known && named.every((name) => known.params.includes(name as ParamName)) ? [] : [id]
  })
  expect(wrong).toEqual([])
})

test('an id and a version name a rule for ever; no lawyer has signed one yet', () => {
  const names = ALL_RULES.map(({ id, version }) => `${id} v${version}`)
  expect(new Set(names).size).toBe(names.length)
  expect(ALL_RULES.filter(({ review }) => review !== 'to check')).toEqual([])
})
