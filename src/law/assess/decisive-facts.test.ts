import fc from 'fast-check'
import { expect, test } from 'vitest'
import { all, any, evaluate, triOf } from '../conditions.ts'
import { type Condition, type Facts, type FactValue, type Rule, words } from '../model.ts'
import { writeRule } from '../regimes/write-rule.ts'
import { decisiveFacts } from './decisive-facts.ts'
import { outcome } from './outcome.ts'

const no = words('non', 'no')
/** Every value that a fact of these tests may take: finer than the conditions can tell. */
const DOMAIN: Readonly<Record<string, readonly FactValue[]>> = {
  a: [true, false],
  b: [true, false],
  n: [0, 3, 7, 20],
  code: ['x', 'y', 'z', 'w'],
  list: [[], ['p'], ['q'], ['p', 'q'], ['r']],
}
const KEYS = Object.keys(DOMAIN)

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom('a', 'b').map((fact) => ({ op: 'yes' as const, fact, no })),
  fc.constantFrom(0, 3, 7, 12).map((value) => ({ op: 'at_least' as const, fact: 'n', value, no })),
  fc.subarray(['x', 'y', 'z']).map((values) => ({ op: 'among' as const, fact: 'code', values, no })),
  fc.subarray(['p', 'q']).map((values) => ({ op: 'includes' as const, fact: 'list', values, no })),
)
const condition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthSize: 'large' },
    leaf,
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((of) => ({ op: 'all' as const, of })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((of) => ({ op: 'any' as const, of })),
    tie('node').map((of) => ({ op: 'not' as const, of, no })),
  ),
})).node
const rule = fc
  .tuple(condition, fc.array(condition, { maxLength: 2 }))
  .map(([trigger, exceptions]) => aRule(trigger, exceptions))
const facts = fc.record(
  Object.fromEntries(KEYS.map((key) => [key, fc.constantFrom(null, null, null, null, ...DOMAIN[key]!)])),
) as fc.Arbitrary<Facts>

function aRule(trigger: Condition, exceptions: readonly Condition[] = []): Rule {
  return writeRule({
    id: 'drawn',
    title: no,
    article: no,
    reading: no,
    certainty: 'checked',
    owes: no,
    to: { code: 'x', words: no },
    channel: no,
    trigger,
    exceptions: exceptions.map((when, index) => ({ id: `e${index}`, article: no, when, because: no })),
    clock: { kind: 'words', words: no },
    source: 'test',
  })
}

/** Every way to answer, or not, the facts that are not known. */
function* completions(known: Facts, open: readonly string[]): Generator<Facts> {
  const [key, ...others] = open
  if (key === undefined) yield known
  else for (const value of [null, ...DOMAIN[key]!]) yield* completions({ ...known, [key]: value }, others)
}

function canChange(drawn: Rule, known: Facts, key: string): boolean {
  const others = KEYS.filter((one) => one !== key && known[one] === null)
  for (const before of completions(known, others)) {
    const now = outcome(drawn, before)
    if (DOMAIN[key]!.some((value) => outcome(drawn, { ...before, [key]: value }) !== now)) return true
  }
  return false
}

test('a fact is asked exactly when an answer to it can change the result, now or once others are known', () => {
  fc.assert(
    fc.property(rule, facts, (drawn, known) => {
      const open = KEYS.filter((key) => known[key] === null)
      expect([...decisiveFacts(drawn, known)].sort()).toEqual(
        open.filter((key) => canChange(drawn, known, key)).sort(),
      )
    }),
    { numRuns: 300 },
  )
})

test('what Kleene’s logic alone would ask for nothing is not asked, and the fact that decides alone comes first', () => {
  const [a, b, n] = [
    { op: 'yes', fact: 'a', no },
    { op: 'yes', fact: 'b', no },
    { op: 'at_least', fact: 'n', value: 3, no },
  ] as const
  expect(evaluate(all(a, any(a, b)), {}).unknown).toEqual(['a', 'b'])
  expect(decisiveFacts(aRule(all(a, any(a, b))), {})).toEqual(['a'])
  expect(decisiveFacts(aRule(all(any(b, n), a)), {})).toEqual(['a', 'b', 'n'])
})

test('the value alone is that of the full account', () => {
  fc.assert(
    fc.property(condition, facts, (drawn, known) => triOf(drawn, known) === evaluate(drawn, known).value),
  )
})
