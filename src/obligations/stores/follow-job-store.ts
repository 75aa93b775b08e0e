import { oneRow, type Tx } from '../../platform/database.ts'

/** The worker's tables are made by the desk at start; a command on a bare database, or a test, has none. */
export async function jobsReady(tx: Tx): Promise<boolean> {
  const { ready } = await oneRow<{ ready: boolean }>(
    tx,
    `select to_regnamespace('graphile_worker') is not null as ready`,
  )
  return ready
}
