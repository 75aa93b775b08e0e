import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testPlatform } from '../../../test/support/database.ts'
import { aMessySample, anIncident, aReviewedRun, type ReviewedRun } from '../../../test/support/review.ts'
import { oneRow, rows } from '../../platform/database.ts'
import { literal, withDuckDb } from '../../platform/duckdb.ts'
import { decisionsOf, reviewFigures } from './decisions-of.ts'
import { foldDecisions } from './fold-decisions.ts'
import type { Entry, Item } from './model.ts'
import { entriesOf, findItem, insertEntry, updateStanding } from './store.ts'
import { prepareWanted, streamWanted } from './store-wanted.ts'

/** A generated messy sample through the real match: what is kept to be read, and what never is. */
let platform: Awaited<ReturnType<typeof testPlatform>>
let run: ReviewedRun
const reader = randomUUID()

beforeAll(async () => {
  platform = await testPlatform()
  await platform.db.query(`insert into access_home (exercise) values (true)`)
  await platform.db.query(
    `insert into user_account (id, login, display_name, roles, fictional, created_at) values ($1, 'r.un', 'R', '{reviewer}', true, now())`,
    [reader],
  )
  const lists = await aMessySample(join(platform.home.root, 'sample'))
  run = await aReviewedRun(platform, await anIncident(platform), lists)
})
afterAll(() => platform?.close())

const items = () =>
  rows<{ exposedRow: number; stratum: string; stakes: number; members: string[]; candidates: unknown[] }>(
    platform.db,
    `select exposed_row as "exposedRow", stratum, stakes, members, candidates from review_item where run_id = $1 order by 1`,
    [run.runId],
  )

async function decide(runId: string, item: Item, said: Pick<Entry, 'word' | 'memberId'>) {
  const entry = {
    runId,
    exposedRow: item.exposedRow,
    userId: reader,
    asDpo: false,
    note: null,
    at: platform.clock.now(),
    carriedFrom: null,
    ...said,
  }
  await insertEntry(platform.db, entry)
  const standing = foldDecisions(await entriesOf(platform.db, runId, item.exposedRow), item)
  await updateStanding(platform.db, runId, item.exposedRow, standing, platform.clock.now())
  return standing
}

async function firstItem(where: string): Promise<Item> {
  const { row } = await oneRow<{ row: number }>(
    platform.db,
    `select exposed_row as row from review_item where run_id = $1 and ${where} order by stakes desc, exposed_row limit 1`,
    [run.runId],
  )
  return (await findItem(platform.db, run.runId, row))!
}

describe('the review of a run', () => {
  it('describes the same candidates however few pairs memory holds at once', async () => {
    const file = (name: string) => join(run.folder, `${name}.parquet`)
    const files = {
      verdicts: file('verdicts'),
      explanations: file('explanations'),
      possible: file('possible'),
      registerRows: join(run.folder, '..', 'work', 'register.parquet'),
    }
    const described = (pairs: number) =>
      withDuckDb(async (query) => {
        await prepareWanted(query, run.runId, files)
        const all: unknown[] = []
        for await (const wanted of streamWanted(query, files, pairs)) all.push(wanted)
        return all
      })
    const whole = await described(500_000)
    expect(whole.length).toBeGreaterThan(60)
    expect(await described(25)).toEqual(whole)
  })

  it('holds every ambiguous row once, and one in a hundred of the others within bounds', async () => {
    const kept = await items()
    const expected = await withDuckDb((query) =>
      query.all(
        `select exposed_row from read_parquet(${literal(join(run.folder, 'verdicts.parquet'))}) where verdict = 'ambiguous' order by 1`,
      ),
    )
    expect(expected.length).toBeGreaterThan(20)
    expect(kept.filter(({ stratum }) => stratum === 'ambiguous').map((item) => item.exposedRow)).toEqual(
      expected.map((row) => Number(row['exposed_row'])),
    )
    const draws = await rows<{ stratum: string; rows: number; drawn: number }>(
      platform.db,
      `select stratum, rows, drawn from review_draw where run_id = $1`,
      [run.runId],
    )
    expect(draws).toHaveLength(2)
    for (const { stratum, rows: all, drawn } of draws) {
      expect(drawn).toBe(Math.min(all, 30))
      expect(kept.filter((item) => item.stratum === stratum)).toHaveLength(drawn)
    }
  })

  it('names everyone a row may be, three of them with what a reader compares', async () => {
    const item = await firstItem(`stratum = 'ambiguous' and cardinality(members) > 1`)
    expect(item.candidates.length).toBe(Math.min(3, item.members.length))
    expect(item.candidates.map(({ memberId }) => memberId)).toEqual(item.members.slice(0, 3))
    expect(item.candidates[0]?.fields['surname']).toBeTruthy()
    expect(item.candidates[0]?.evidence?.['birth']).toHaveLength(2)
    expect(item.fields['insurer'] ?? item.fields['insurer_name'] ?? item.fields['surname']).toBeTruthy()
    expect(item.stakes).toBe(item.atStake.length)
  })

  it('never draws a row of another insurer', async () => {
    const strangers = await rows(
      platform.db,
      `select 1 from review_item where run_id = $1 and reason = 'other_insurer'`,
      [run.runId],
    )
    expect(strangers).toEqual([])
  })

  it('keeps no national identifier', async () => {
    const dump = JSON.stringify(
      await rows(platform.db, `select * from review_item where run_id = $1`, [run.runId]),
    )
    for (const file of [run.register, run.exposed]) {
      const nirs = readFileSync(file, 'latin1').match(/(?<!\d)[12]\d{12}(?:\d\d)?(?!\d)/g) ?? []
      expect(nirs.length).toBeGreaterThan(100)
      expect(nirs.filter((nir) => dump.includes(nir.slice(0, 13)))).toEqual([])
    }
  })

  it('claims nothing before anything is read', async () => {
    const figures = await reviewFigures(platform.db, run.runId)
    expect(figures.estimate).toBeNull()
    expect(figures.reviewed).toBe(0)
    expect(figures.toReview).toBeGreaterThan(20)
    expect(figures.peopleAtStake).toBeGreaterThan(0)
    expect(await decisionsOf(platform.db, run.runId)).toEqual([])
  })
})

describe('decisions', () => {
  it('in force are given to the lists, and carried to a later run of the same rows', async () => {
    const item = await firstItem(`stratum = 'ambiguous' and cardinality(at_stake) = 1 and not second_reader`)
    const memberId = item.atStake[0]!
    const standing = await decide(run.runId, item, { word: 'same', memberId })
    expect(standing.state).toBe('settled')
    const decided = { exposedRow: item.exposedRow, memberId, decision: 'same', settled: true }
    expect(await decisionsOf(platform.db, run.runId)).toEqual([decided])
    const corrected = join(platform.home.root, 'sample', 'corrected.csv')
    const lines = readFileSync(run.exposed, 'latin1').split('\r\n')
    // One row fewer before it: the row keeps its content and changes its number.
    const moved = item.exposedRow > 1 ? 1 : item.exposedRow + 1
    writeFileSync(corrected, lines.filter((_, index) => index !== moved).join('\r\n'), 'latin1')
    const later = await aReviewedRun(platform, run, { register: run.register, exposed: corrected })
    const [carried] = await decisionsOf(platform.db, later.runId)
    expect(carried).toMatchObject({ memberId, decision: 'same' })
    expect(carried?.exposedRow).toBe(item.exposedRow > 1 ? item.exposedRow - 1 : item.exposedRow)
  })

  it('that take someone off the list wait for a second reader', async () => {
    const item = await firstItem(`stratum = 'ambiguous' and cardinality(at_stake) > 0 and not second_reader
      and exposed_row not in (select exposed_row from review_decision where run_id = '${run.runId}')`)
    expect((await decide(run.runId, item, { word: 'neither', memberId: null })).state).toBe('second')
    expect((await reviewFigures(platform.db, run.runId)).awaitingSecond).toBe(1)
    expect((await decide(run.runId, item, { word: 'undo', memberId: null })).state).toBe('open')
  })

  it('are append-only', async () => {
    for (const table of ['review_decision', 'review_item', 'review_draw', 'review_look'])
      await expect(platform.db.query(`delete from ${table}`)).rejects.toThrow()
  })
})
