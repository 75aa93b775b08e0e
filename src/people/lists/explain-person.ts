import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Platform } from '../../platform/platform.ts'
import { type CandidateExplained, explainRow } from '../match/index.ts'
import { literal, withDuckDb } from './duckdb.ts'
import { type ExposedRow, findIds, type PersonDetails } from './store-pages.ts'
import { storedRun } from './stored-files.ts'

/** Why one exposed row points to a person: weights field by field, and who came next. */
export interface PersonExplained {
  readonly row: ExposedRow
  readonly me: CandidateExplained
  readonly other:
    | {
        readonly candidate: CandidateExplained
        /** Null when they are not among the people kept here. */
        readonly personId: number | null
      }
    | undefined
  /** Weights above `upper`, with `margin` over the next candidate, are a match without a tier. */
  readonly thresholds: { readonly upper: number; readonly margin: number; readonly version: string }
}

/**
 * The explanation of the row that decided, from the files the match left: its weights are levels and bits, no one's
 * identity. Undefined when the run left none, or none that names this person.
 */
export async function explainPerson(
  platform: Pick<Platform, 'db' | 'home'>,
  incidentId: string,
  runId: string,
  person: Pick<PersonDetails, 'memberId'>,
  rows: readonly ExposedRow[],
): Promise<PersonExplained | undefined> {
  const folder = join(platform.home.store, storedRun(runId))
  const row = decidingRow(rows)
  if (
    !row ||
    !['explanations', 'members', 'verdicts'].every((name) => existsSync(join(folder, `${name}.parquet`)))
  )
    return undefined
  const { candidates, thresholds } = await explainRow(folder, row.exposedRow)
  const members = await memberIds(
    join(folder, 'members.parquet'),
    candidates.map(({ memberRow }) => memberRow),
  )
  const me = candidates.find(({ memberRow }) => members.get(memberRow) === person.memberId)
  if (!me) return undefined
  const next = candidates.find((candidate) => candidate !== me)
  const nextId = next && members.get(next.memberRow)
  const ids = await findIds(platform.db, incidentId, nextId === undefined ? [] : [nextId])
  const other = next && { candidate: next, personId: (nextId !== undefined && ids.get(nextId)) || null }
  return { row, me, other, thresholds }
}

/** A matched row before an ambiguous one, then the heaviest. */
export function decidingRow(rows: readonly ExposedRow[]): ExposedRow | undefined {
  const rank = (row: ExposedRow) => (row.verdict === 'matched' ? 1e6 : 0) + (row.weight ?? 0)
  return [...rows].sort((a, b) => rank(b) - rank(a) || a.exposedRow - b.exposedRow)[0]
}

/** Ids of the members that stand in rows of the register. */
export async function memberIds(file: string, memberRows: readonly number[]): Promise<Map<number, string>> {
  if (memberRows.length === 0) return new Map()
  const list = memberRows.map((row) => Math.trunc(row)).join(', ')
  const found = await withDuckDb((query) =>
    query.all(
      `select member_row, member_id from read_parquet(${literal(file)}) where member_row in (${list})`,
    ),
  )
  return new Map(found.map((row) => [Number(row['member_row']), String(row['member_id'])]))
}
