import { oneRow, type Tx } from '../../platform/database.ts'

/** One import at a time in a data folder, whichever process runs it; released with the connection, even by kill -9. */
export async function lockImports(client: Tx): Promise<boolean> {
  const row = await oneRow<{ locked: boolean }>(
    client,
    `select pg_try_advisory_lock(hashtext('tocsin.lists.import')) as locked`,
  )
  return row.locked
}

export async function unlockImports(client: Tx): Promise<void> {
  await client.query(`select pg_advisory_unlock(hashtext('tocsin.lists.import'))`)
}
