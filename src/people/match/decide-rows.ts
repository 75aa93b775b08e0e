import { join } from 'node:path'
import { categoriesSql } from './categories.ts'
import { matchRefusals } from './refusals.ts'
import { raw } from './render-sql.ts'
import { thresholdsOf } from './report.ts'
import type { LoadedList, MatchInput, Timed } from './run-match.ts'
import candidatesFirstSql from './sql/candidates-first.sql'
import candidatesResidualSql from './sql/candidates-residual.sql'
import conservationSql from './sql/conservation.sql'
import decideFirstSql from './sql/decide-first.sql'
import decideResidualSql from './sql/decide-residual.sql'
import householdSql from './sql/household.sql'
import levelsSql from './sql/levels.sql'
import membersSql from './sql/members.sql'
import pairsResidualSql from './sql/pairs-residual.sql'
import pairsWideSql from './sql/pairs-wide.sql'
import rankCandidatesSql from './sql/rank-candidates.sql'
import scoredSql from './sql/scored.sql'
import settleConflictsSql from './sql/settle-conflicts.sql'
import verdictsSql from './sql/verdicts.sql'
import { searchColumns, wideKeys } from './wide-search.ts'
import type { WorkDatabase } from './work-database.ts'

/** Where `conclude` leaves its files. */
export function resultFile(workDir: string, name: 'verdicts' | 'members'): string {
  return join(workDir, `${name}.parquet`)
}

/** First the pairs that an identifier and a date make, then a search by blocks for the rows they leave. */
export async function decide(
  db: WorkDatabase,
  loaded: { register: LoadedList; exposed: LoadedList },
  timed: Timed,
  onProgress: MatchInput['onProgress'],
): Promise<void> {
  const { records } = loaded.register.read.accounting
  const thresholds = thresholdsOf(loaded)
  const score = { total: Math.max(1, records), ...thresholds }
  await timed('tiers', async () => {
    await db.run(levelsSql, {
      kind: raw('view'),
      searchColumns: raw(searchColumns.first),
      candidates: raw(candidatesFirstSql),
    })
    // Pairs made by the identifier itself: no household need be asked.
    await db.run('create table explained (exposed_row integer, member_row integer)')
    await db.run(scoredSql, score)
    await db.run(rankCandidatesSql)
    await db.run(decideFirstSql)
    onProgress?.({ step: 'tiers', done: 1, total: 1, unit: 'steps' })
  })
  await timed('residual', async () => {
    await db.run(pairsResidualSql)
    await db.run(pairsWideSql, wideKeys(loaded))
    await db.run(levelsSql, {
      kind: raw('table'),
      searchColumns: raw(searchColumns.residual),
      candidates: raw(candidatesResidualSql),
    })
    await db.run(householdSql)
    await db.run(scoredSql, score)
    await db.run(rankCandidatesSql)
    await db.run(decideResidualSql, { ...thresholds })
    await db.run(settleConflictsSql, { ...thresholds })
    onProgress?.({ step: 'residual', done: 1, total: 1, unit: 'steps' })
  })
}

/** Verdicts and members as Parquet files of `workDir`, and the proof that none was lost. @throws match.notConserved */
export async function conclude(
  db: WorkDatabase,
  workDir: string,
  loaded: { register: LoadedList; exposed: LoadedList },
): Promise<void> {
  await db.run(verdictsSql, { file: resultFile(workDir, 'verdicts') })
  await db.run(membersSql, {
    file: resultFile(workDir, 'members'),
    categories: raw(categoriesSql(loaded.exposed)),
  })
  const exposedRows = rowsOf(loaded.exposed)
  const checks = await db.rows<{ what: string; holds: boolean }>(conservationSql, {
    exposedRows,
    exposedBits: Math.max(1, exposedRows),
    members: loaded.register.read.accounting.records,
    memberBits: Math.max(1, rowsOf(loaded.register)),
  })
  const broken = checks.filter((check) => check.holds !== true).map((check) => check.what)
  // An exposed list whose every line is blank has no row 1; nothing is then lost either.
  if (broken.length > 0 && exposedRows > 0) throw matchRefusals.notConserved({ checks: broken.join(', ') })
}

/** Row numbers that a list gave: a quarantined record keeps its own. */
function rowsOf({ read: { accounting } }: LoadedList): number {
  return accounting.records + accounting.quarantined
}
