import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anEngineFor, classesOf, type FewRow } from '../../../test/support/few-people.ts'
import { type Decision, decideVerdicts, decisionsHash } from './apply-decisions.ts'
import type { RunFiles } from './build-version.ts'
import { literal, withDuckDb } from './duckdb.ts'

let root = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'tocsin-decisions-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const MEMBERS = ['A', 'B', 'C', 'D', 'E'].map((id) => ({ id }))

async function filesFor(rows: readonly FewRow[]): Promise<RunFiles & { out: string }> {
  const folder = mkdtempSync(join(root, 'run-'))
  const engine = anEngineFor(MEMBERS, rows)
  const result = await engine({
    register: import.meta.filename,
    exposed: import.meta.filename,
    outDir: folder,
    workDir: folder,
  })
  return { ...result, seen: result.seen ?? null, out: join(folder, 'decided') }
}

async function decide(rows: readonly FewRow[], decisions: readonly Decision[]) {
  const files = await filesFor(rows)
  return withDuckDb(async (query) => {
    const decided = await decideVerdicts(query, files, decisions, files.out)
    const read = (file: string, order: string) =>
      query.all(`select * from read_parquet(${literal(file)}) order by ${order}`)
    return {
      decided,
      verdicts: await read(decided.files.verdicts, 'exposed_row'),
      members: await read(decided.files.members, 'member_row'),
      possible: await read(decided.files.possible, 'exposed_row, member_id'),
    }
  })
}

/** What the contract says, told row by row without SQL. */
function oracle(rows: readonly FewRow[], decisions: readonly Decision[]): FewRow[] {
  return rows.map((row, index) => {
    const mine = decisions.filter((one) => one.exposedRow === index + 1)
    const same = mine.find((one) => one.decision === 'same')
    const { possible: _, ...rest } = row
    if (same) return { ...rest, verdict: 'matched', member: same.memberId, tier: 'H' }
    const refused = new Set(mine.map((one) => one.memberId))
    if (row.verdict === 'matched' && refused.has(row.member ?? '')) return { verdict: 'not_ours' }
    if (row.verdict !== 'ambiguous' || !row.possible?.length) return row
    const open = row.possible.filter(([member]) => !refused.has(member))
    return open.length === 0 ? { verdict: 'not_ours' } : { ...row, possible: open }
  })
}

const memberId = fc.constantFrom(...MEMBERS.map(({ id }) => id))
const fields = fc.constantFrom('surname', 'surname|birth_date', 'national_id', 'national_id|contract')
const row: fc.Arbitrary<FewRow> = fc.oneof(
  fc.record({
    verdict: fc.constant('matched' as const),
    member: memberId,
    tier: fc.constantFrom('T1', 'T4', 'T5', 'R'),
    fields,
  }),
  fc.record({
    verdict: fc.constant('ambiguous' as const),
    possible: fc.uniqueArray(fc.tuple(memberId, fc.integer({ min: 20, max: 40 })), {
      selector: ([member]) => member,
      minLength: 0,
      maxLength: 4,
    }),
    fields,
  }),
  fc.record({ verdict: fc.constant('not_ours' as const), fields }),
)
/** The engine orders who a row may be, best first. */
const sorted = (given: FewRow): FewRow =>
  given.possible
    ? { ...given, possible: [...given.possible].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])) }
    : given

/** At most one « same » a row, never of a member refused for it. */
const cases = fc.array(row.map(sorted), { minLength: 1, maxLength: 12 }).chain((rows) =>
  fc.record({
    rows: fc.constant(rows),
    decisions: fc
      .uniqueArray(
        fc.record({
          exposedRow: fc.integer({ min: 1, max: rows.length }),
          memberId,
          decision: fc.constantFrom('same' as const, 'different' as const, 'different' as const),
        }),
        { selector: (one) => `${one.exposedRow} ${one.memberId}`, minLength: 1, maxLength: 8 },
      )
      .map((given) =>
        given.filter(
          (one, at) =>
            one.decision === 'different' ||
            given.findIndex((o) => o.exposedRow === one.exposedRow && o.decision === 'same') === at,
        ),
      ),
  }),
)

describe('decisions of the review', () => {
  it('outrank the engine, lose no row, and give each member one class told from their rows', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ rows, decisions }) => {
        const { decided, verdicts, members, possible } = await decide(rows, decisions)
        const expected = oracle(rows, decisions)
        expect(decided.verdicts.records).toBe(rows.length)
        expect(Object.values(decided.verdicts.byVerdict).reduce((a, b) => a + b, 0)).toBe(rows.length)
        expect(verdicts.map((one) => [Number(one['exposed_row']), one['verdict']])).toEqual(
          expected.map((one, index) => [index + 1, one.verdict]),
        )
        for (const [index, one] of expected.entries()) {
          const found = verdicts[index]!
          const who = one.verdict === 'matched' ? one.member : one.possible?.[0]?.[0]
          expect(found['member_id'] ?? undefined).toBe(who)
          if (one.verdict === 'matched') expect(found['tier']).toBe(one.tier)
        }
        const classes = classesOf(MEMBERS, expected)
        expect(members.map((one) => [one['member_id'], one['class']])).toEqual(
          MEMBERS.map(({ id }) => [id, classes.get(id)?.class]),
        )
        for (const one of members)
          expect(
            String(one['categories'] ?? '')
              .split('|')
              .filter(Boolean)
              .sort(),
          ).toEqual(classes.get(String(one['member_id']))?.categories)
        expect(possible).toHaveLength(
          expected.reduce(
            (sum, one) => sum + (one.verdict === 'ambiguous' ? (one.possible?.length ?? 0) : 0),
            0,
          ),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('decide nothing twice: the same decisions in another order are the same set', () => {
    const some: Decision[] = [
      { exposedRow: 1, memberId: 'A', decision: 'same' },
      { exposedRow: 2, memberId: 'B', decision: 'different' },
    ]
    expect(decisionsHash(some)).toBe(decisionsHash([...some].reverse()))
    expect(decisionsHash(some)).not.toBe(decisionsHash(some.slice(1)))
    expect(decisionsHash([])).toBeNull()
  })

  const conflict = (rows: FewRow[], decisions: Decision[]) =>
    expect(decide(rows, decisions)).rejects.toMatchObject({
      code: 'lists.decisionsConflict',
      params: { row: 1 },
    })

  it('of one row that is two members at once stop, with its number', () =>
    conflict(
      [{ verdict: 'not_ours' }],
      [
        { exposedRow: 1, memberId: 'A', decision: 'same' },
        { exposedRow: 1, memberId: 'B', decision: 'same' },
      ],
    ))
  it('of a row that nobody could read stop', () =>
    conflict([{ verdict: 'unreadable' }], [{ exposedRow: 1, memberId: 'A', decision: 'same' }]))
  it('for a member who does not exist stop', () =>
    conflict([{ verdict: 'not_ours' }], [{ exposedRow: 1, memberId: 'Z', decision: 'same' }]))
  it('keep the losing weight of a refused match as its proof', async () => {
    const { verdicts } = await decide(
      [{ verdict: 'matched', member: 'A' }],
      [{ exposedRow: 1, memberId: 'A', decision: 'different' }],
    )
    expect(verdicts[0]).toMatchObject({
      verdict: 'not_ours',
      weight: null,
      runner_up_weight: 60,
      reason: 'review',
    })
  })
})
