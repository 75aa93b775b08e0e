import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { lookUpAbsent, type Viewer } from '../../access/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { type CandidateExplained, explainRow, type RowExplained } from '../match/index.ts'
import { literal, withDuckDb } from './duckdb.ts'
import type { Motive } from './look-up.ts'
import type { Funnel } from './model.ts'
import { findInRegister, type SoughtPerson } from './register-index.ts'
import { findIds, versionsNaming } from './store-pages.ts'
import { storedRun } from './stored-files.ts'

/** The exposed row that came nearest to someone without being theirs. */
export interface LosingRow {
  readonly row: RowExplained
  readonly candidate: CandidateExplained
}

/** What can be said of a person sought for in the register of the current list. */
export type Sought =
  /** The list was imported before registers were indexed, or elsewhere. */
  | { readonly kind: 'no_index' }
  | { readonly kind: 'not_in_register' }
  /** Namesakes, or a household of one number; `listed` of them are on the list. */
  | { readonly kind: 'several'; readonly count: number; readonly listed: number }
  /** `doubt`: only ambiguous rows may mean them. */
  | { readonly kind: 'on_list'; readonly personId: number | null; readonly doubt: boolean }
  | {
      readonly kind: 'not_on_list'
      readonly memberRow: number
      /** Numbers of the published versions that name them; empty for most. */
      readonly versions: readonly number[]
      readonly nearest: LosingRow | undefined
    }

/** Journals and rations the question before it is answered, whatever the answer. @returns its journal entry too */
export async function seekAbsent(
  platform: Platform,
  viewer: Viewer,
  incidentId: string,
  figures: Funnel,
  asked: { readonly sought: SoughtPerson; readonly motive: Motive },
): Promise<{ readonly answer: Sought; readonly seq: number }> {
  const { runId, verdictsPath, number } = figures.listVersion
  const run = join(platform.home.store, storedRun(runId))
  const found = await findInRegister(platform.home, run, asked.sought)
  const seq = await lookUpAbsent(platform, viewer, {
    incidentId,
    subject: found?.length === 1 ? -(found[0] ?? 0) : subjectOf(asked.sought),
    payload: { motive: asked.motive, version: number, found: found?.length ?? null },
  })
  if (!found) return { answer: { kind: 'no_index' }, seq }
  const [memberRow] = found
  if (memberRow === undefined) return { answer: { kind: 'not_in_register' }, seq }
  const members = membersFile(run, join(platform.home.store, verdictsPath))
  if (!members) return { answer: { kind: 'no_index' }, seq }
  if (found.length > 1)
    return {
      answer: { kind: 'several', count: found.length, listed: await countListed(members, found) },
      seq,
    }
  return { answer: await answerFor(platform, incidentId, { run, members, memberRow }), seq }
}

/** Far below any row: the ration counts distinct questions, and the same one asked twice is one. */
function subjectOf(sought: SoughtPerson): number {
  const digest = createHash('sha256').update(JSON.stringify(sought)).digest()
  return -(2 ** 40) - digest.readUIntBE(0, 5)
}

/** The classes of the version: the run's, or its own when readers decided otherwise. */
function membersFile(run: string, decided: string): string | undefined {
  return [decided, run].map((folder) => join(folder, 'members.parquet')).find((file) => existsSync(file))
}

async function countListed(members: string, memberRows: readonly number[]): Promise<number> {
  const [found] = await withDuckDb((query) =>
    query.all(
      `select count(*)::integer as n from read_parquet(${literal(members)})
        where member_row in (${memberRows.map(Math.trunc).join(', ')}) and class <> 'not_on_list'`,
    ),
  )
  return Number(found?.['n'])
}

async function answerFor(
  platform: Platform,
  incidentId: string,
  { run, members, memberRow }: { run: string; members: string; memberRow: number },
): Promise<Sought> {
  const member = (
    await withDuckDb((query) =>
      query.all(
        `select member_id, class from read_parquet(${literal(members)}) where member_row = ${memberRow}`,
      ),
    )
  )[0]
  const memberId = String(member?.['member_id'] ?? '')
  if (member && member['class'] !== 'not_on_list') {
    const ids = await findIds(platform.db, incidentId, [memberId])
    const doubt = member['class'] === 'cannot_be_excluded'
    return { kind: 'on_list', personId: ids.get(memberId) ?? null, doubt }
  }
  const versions = await versionsNaming(platform.db, incidentId, memberId)
  return { kind: 'not_on_list', memberRow, versions, nearest: await nearestRow(run, memberRow) }
}

/** Among the candidates that were kept for each row, the one of this member that weighed most. */
async function nearestRow(run: string, memberRow: number): Promise<LosingRow | undefined> {
  const file = join(run, 'explanations.parquet')
  if (!existsSync(file)) return undefined
  const [best] = await withDuckDb((query) =>
    query.all(
      `select exposed_row from read_parquet(${literal(file)}) where member_row = ${memberRow} order by weight desc, exposed_row limit 1`,
    ),
  )
  if (!best) return undefined
  const row = await explainRow(run, Number(best['exposed_row']))
  const candidate = row.candidates.find((one) => one.memberRow === memberRow)
  return candidate && { row, candidate }
}
