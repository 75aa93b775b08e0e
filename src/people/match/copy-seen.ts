import { join } from 'node:path'
import { categoriesSql } from './categories.ts'
import { listOf } from './load-list.ts'
import { raw } from './render-sql.ts'
import type { LoadedList } from './run-match.ts'
import copySeenSql from './sql/copy-seen.sql'
import type { WorkDatabase } from './work-database.ts'

export const SEEN_FILE = 'seen.parquet'

/** Which fields each exposed row fills, by its number: what a review decision changes is told from here. No values. */
export async function copySeen(db: WorkDatabase, workDir: string, exposed: LoadedList): Promise<void> {
  await db.run(copySeenSql, {
    categories: raw(categoriesSql(exposed)),
    parts: raw(listOf(exposed.parts)),
    file: join(workDir, SEEN_FILE),
  })
}
