import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAudience } from '../../../test/support/audience.ts'
import { testPlatform } from '../../../test/support/database.ts'
import { oneRow, type Tx } from '../../platform/database.ts'
import { REASONS, WAYS } from './model.ts'
import {
  countAnswers,
  countFiltered,
  findPeople,
  listPeople,
  MOST_COUNTED,
  PAGE,
  type PeopleFilter,
} from './store-people.ts'

// What a page of people costs does not depend on the list: plans and rows are asserted, never a duration.
let platform: Awaited<ReturnType<typeof testPlatform>>
let versionId = 0

beforeAll(async () => {
  platform = await testPlatform()
  const audience = await anAudience(platform.db, {
    adults: 20_000,
    deceased: 400,
    heldForReview: 2000,
  })
  versionId = audience.listVersionId
  await platform.db.query(`update person set member_number = lpad(id::text, 8, '0')`)
  await platform.db.query('analyze person, list_entry')
})
afterAll(() => platform.close())

interface Node {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly Node[]
}

/** Runs what it is given, and keeps the plan of each statement. */
function watched(plans: Node[]): Tx {
  return {
    async query(text, values) {
      const explained = await platform.db.query(`explain (analyze, format json) ${text}`, values)
      plans.push((explained.rows[0] as { 'QUERY PLAN': { Plan: Node }[] })['QUERY PLAN'][0]!.Plan)
      return platform.db.query(text, values)
    },
  }
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

/** Rows that the scans of the two tables gave or threw away. */
async function scanned(ask: (tx: Tx) => Promise<unknown>): Promise<number> {
  const plans: Node[] = []
  await ask(watched(plans))
  const scans = plans
    .flatMap(nodesOf)
    .filter((node) => /Scan/.test(node['Node Type']) && node['Relation Name'])
  expect(scans.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([])
  return scans.reduce(
    (sum, node) => sum + node['Actual Loops'] * (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)),
    0,
  )
}

const filters: readonly (readonly [string, PeopleFilter, number])[] = [
  ['everyone', {}, 1],
  ['concerned', { concerned: true }, 2],
  ['a class', { class: 'confirmed' }, 1],
  ['those who cannot be excluded', { class: 'cannot_be_excluded' }, 1],
  ['told', { concerned: true, through: 'any' }, 2 * WAYS.length],
  ['told in person', { concerned: true, through: 'self' }, 2],
  ['not told', { concerned: true, reason: 'any' }, 2 * REASONS.length],
  ['dead', { concerned: true, reason: 'deceased' }, 2],
  ['cannot be excluded, told', { class: 'cannot_be_excluded', through: 'any' }, WAYS.length],
]

describe.each(filters)('%s', (_name, filter, branches) => {
  it('one page reads one page of each part, from either end and from the middle', async () => {
    const middle = (await listPeople(platform.db, versionId, filter)).at(-1)
    if (!middle) return
    for (const key of [undefined, { after: middle.id }, { before: middle.id }]) {
      // Of each part of the filter a page of its index; then the rows of the page itself, in both tables.
      expect(await scanned((tx) => listPeople(tx, versionId, filter, key))).toBeLessThanOrEqual(
        (branches + 2) * (PAGE + 1) + 1,
      )
    }
  })

  it('pages forwards and backwards show each person once, in the same order', async () => {
    const all: number[] = []
    for (let key: { after: number } | undefined; all.length < 4 * PAGE; ) {
      const page = await listPeople(platform.db, versionId, filter, key)
      all.push(...page.slice(0, PAGE).map(({ id }) => id))
      if (page.length <= PAGE) break
      key = { after: page[PAGE - 1]!.id }
    }
    expect(new Set(all).size).toBe(all.length)
    if (all.length <= PAGE) return
    const back = await listPeople(platform.db, versionId, filter, { before: all[PAGE]! })
    expect(back.map(({ id }) => id)).toEqual(all.slice(0, PAGE))
  })

  it('a figure that was not kept is counted so far and no further', async () => {
    expect(await scanned((tx) => countFiltered(tx, versionId, filter))).toBeLessThanOrEqual(
      branches * (MOST_COUNTED + 1),
    )
  })
})

it('a name or a number is found without reading the list', async () => {
  expect(await scanned((tx) => findPeople(tx, versionId, { name: 'EXEMPLE ADULT1' }))).toBeLessThanOrEqual(
    3 * (PAGE + 1),
  )
  expect(await scanned((tx) => countAnswers(tx, versionId, { name: 'EXEMPLE' }))).toBeLessThanOrEqual(
    MOST_COUNTED + 1,
  )
  const { number } = await oneRow<{ number: string }>(
    platform.db,
    `select member_number as number from person order by id desc limit 1`,
  )
  expect(await scanned((tx) => findPeople(tx, versionId, { memberNumber: number }))).toBeLessThanOrEqual(6)
  expect(await findPeople(platform.db, versionId, { memberNumber: number })).toHaveLength(1)
})
