import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { ALL_RULES } from '../../src/law/index.ts'
import type { Rule } from '../../src/law/model.ts'
import { type Case, type Expectation, expected, given } from './expectation.ts'
import { EXPECTATIONS } from './expectations/index.ts'
import { mutantsOf } from './mutants.ts'

/** Number of mutants of all rules: falls when a rule says less, or when this test looks at less. */
const AT_LEAST = 2500

const casesOf = new Map<string, readonly (readonly [Expectation, Case])[]>()
for (const expectation of EXPECTATIONS) {
  const known = casesOf.get(expectation.rule) ?? []
  const cases = expectation.cases.map((one) => [expectation, one] as const)
  // What depends is dear to judge (which facts can still tell?) and catches little that the others do not.
  const isDear = ([, [, result]]: (typeof cases)[number]) => result.includes('depend')
  casesOf.set(expectation.rule, [...known, ...cases.filter((one) => !isDear(one)), ...cases.filter(isDear)])
}

const outcome = (versions: readonly Rule[], expectation: Expectation, one: Case) => {
  try {
    return given(versions, expectation, one)
  } catch {
    return 'refused'
  }
}

/** Two versions of a rule are never law on the same day, and one follows the other. */
function followEachOther(versions: readonly Rule[]): boolean {
  return versions.every(({ validTo }, at) => {
    const next = versions[at + 1]
    if (!next) return true
    return validTo !== null && Temporal.PlainDate.from(validTo).add({ days: 1 }).toString() === next.validFrom
  })
}

function survives(rule: Rule, mutant: Rule): boolean {
  const versions = ALL_RULES.filter(({ id }) => id === rule.id).map((one) => (one === rule ? mutant : one))
  if (!followEachOther(versions)) return false
  return (casesOf.get(rule.id) ?? []).every(
    ([expectation, one]) => outcome(versions, expectation, one) === expected(expectation, one),
  )
}

test('versions of a rule follow each other, day after day', () => {
  const ids = [...new Set(ALL_RULES.map(({ id }) => id))]
  expect(ids.filter((id) => !followEachOther(ALL_RULES.filter((rule) => rule.id === id)))).toEqual([])
})

test('a rule with one thing changed gives another result on at least one case of the table', () => {
  const mutants = ALL_RULES.flatMap((rule) => mutantsOf(rule).map((mutant) => ({ rule, mutant })))
  const survivors = mutants
    .filter(({ rule, mutant }) => survives(rule, mutant.rule))
    .map(({ rule, mutant }) => `${rule.id} v${rule.version}: ${mutant.what}`)
  expect(survivors).toEqual([])
  expect(mutants.length).toBeGreaterThan(AT_LEAST)
})
