import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ALL_RULES, type CaseFile, type FactValue, LAW_FACTS } from '../../law/index.ts'
import { Temporal } from '../../platform/clock.ts'
import { judged } from '../case/judge-organisation.ts'
import { BOARD_GROUPS, type BoardLine, type Filing } from '../model.ts'
import { dueOf, groupOf, sortLines } from './group-lines.ts'

const now = Temporal.Instant.from('2026-06-08T11:28:00Z')

const value = (kind: string, choices: readonly string[]): fc.Arbitrary<FactValue> => {
  if (kind === 'yes_no') return fc.constantFrom(true, false, null)
  if (kind === 'number') return fc.constantFrom(0, 40, 60, 18000)
  if (kind === 'instant') return fc.constantFrom('2026-06-03T08:00:00+02:00', '2026-06-07T20:00:00+02:00')
  if (kind === 'date') return fc.constantFrom('2026-05-20', '2026-06-08')
  if (kind === 'choice') return fc.constantFrom(...choices, null)
  if (kind === 'list') return choices.length > 0 ? fc.subarray([...choices]) : fc.constant(['nir'])
  return fc.constant(null)
}

/** Any facts, known or not, in a chain of a supplier, an organisation and a client, bound by a clause. */
const aCase: fc.Arbitrary<CaseFile> = fc
  .record({
    facts: fc.record(
      Object.fromEntries(
        Object.entries(LAW_FACTS).map(([key, { kind, ...more }]) => [
          key,
          fc.option(value(kind, Object.keys('choices' in more ? (more.choices ?? {}) : {})), { freq: 2 }),
        ]),
      ),
    ),
    roles: fc.subarray(['controller', 'joint_controller', 'processor'] as const, { minLength: 1 }),
  })
  .map(({ facts, roles }) => ({
    facts: {},
    organisations: [
      { key: 'un', name: 'Un', roles: ['processor'], facts: {} },
      { key: 'deux', name: 'Deux', roles, facts },
      { key: 'trois', name: 'Trois', roles: ['controller'], facts: {} },
    ],
    links: [
      { supplier: 'un', client: 'deux' },
      { supplier: 'deux', client: 'trois' },
    ],
    contracts: [{ id: 'c1', from: 'deux', to: 'trois', article: 'art. 9', hours: 48 }],
    asOf: now.toString(),
  }))

const filing = (conclusionId: string, state: Filing['state']): Filing => ({
  id: 1,
  conclusionId,
  state,
  at: now,
  receipt: null,
  channel: '',
  note: '',
  file: null,
  recordedAt: now,
  recordedBy: 'tocsin',
})

test('whatever the facts, each rule and each clause has exactly one line, in one group, and none is lost on the way', () => {
  fc.assert(
    fc.property(aCase, fc.constantFrom('filed', 'planned', null), (caseFile, state) => {
      const { conclusions } = judged(caseFile, 'deux')
      const lines = conclusions.map((conclusion): BoardLine => {
        const filings = state ? [filing(conclusion.id, state)] : []
        const group = groupOf(conclusion, { filings, now })
        const dueAt = dueOf(conclusion, filings)
        return {
          conclusion,
          group,
          dueAt,
          clock: null,
          holder: null,
          filings,
          delayReason: null,
          ruleChanged: null,
        }
      })
      const sorted = sortLines(lines)
      const ids = sorted.map(({ conclusion }) => conclusion.id).sort()
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids).toEqual(conclusions.map(({ id }) => id).sort())
      const rules = new Set(sorted.map(({ conclusion }) => conclusion.snapshot.rule.id))
      expect(rules).toEqual(new Set([...ALL_RULES.map(({ id }) => id), 'contract_c1']))
      for (const line of sorted) holds(line, state)
      const ranks = sorted.map(({ group }) => BOARD_GROUPS.indexOf(group))
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
    }),
    { numRuns: 20 },
  )
})

/** What each group says of its lines. */
function holds({ group, conclusion, dueAt }: BoardLine, state: Filing['state'] | null): void {
  const { result, done, snapshot } = conclusion
  expect(group === 'done').toBe(done !== null || state === 'filed')
  if (group === 'overdue' || group === 'soon') expect(result).toBe('required')
  if (group === 'not_required') expect([result, dueAt]).toEqual(['not_required', null])
  if (result === 'not_required' && !done && state !== 'filed') expect(group).toBe('not_required')
  if (snapshot.rule.nature === 'voluntary')
    expect(['voluntary', 'later', 'done', 'not_required']).toContain(group)
  if (group === 'overdue') expect(Temporal.Instant.compare(dueAt!, now)).toBe(-1)
}
