import { expect, test } from 'vitest'
import { ALL_RULES } from '../../src/law/index.ts'
import { expected, given } from './expectation.ts'
import { EXPECTATIONS } from './expectations/index.ts'

/** What each text asks of small sets of facts: the table was written from law.md and the texts, not from the rules. */
test.each(EXPECTATIONS.map((one) => [`${one.rule} to ${one.to}`, one] as const))('%s', (_, expectation) => {
  const versions = ALL_RULES.filter(({ id }) => id === expectation.rule)
  for (const one of expectation.cases) {
    expect({ facts: one[0], gives: given(versions, expectation, one) }).toEqual({
      facts: one[0],
      gives: expected(expectation, one),
    })
  }
})

/** Duties that no text sets, and the help that anyone may ask for: one result whatever the facts. */
const UNCONDITIONAL = ['unaffected_notice', 'consumer_notice', 'credit_monitoring', 'assistance_17cyber']

test('every other rule is seen due, open and not due', () => {
  const lacking = EXPECTATIONS.filter(({ rule }) => !UNCONDITIONAL.includes(rule)).flatMap(
    ({ rule, cases }) => {
      const seen = cases.map(([, result]) => result)
      const isSeen = (...of: readonly (typeof seen)[number][]) => seen.some((one) => of.includes(one))
      return isSeen('required', 'would apply') && isSeen('depends', 'would depend') && isSeen('no')
        ? []
        : [rule]
    },
  )
  expect(lacking).toEqual([])
})

test('every rule has its expectations', () => {
  const expectedIds = new Set(EXPECTATIONS.map(({ rule }) => rule))
  expect(ALL_RULES.filter(({ id }) => !expectedIds.has(id)).map(({ id }) => id)).toEqual([])
})
