import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { rows, type Tx, type TxClient } from '../platform/database.ts'
import type { BackupHead } from './model.ts'

/** Every table of the product with its columns; the job queue is rebuilt from the ledger, so it is left out. */
export async function tablesOf(tx: Tx): Promise<BackupHead['tables']> {
  return rows(
    tx,
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'
      group by c.relname order by c.relname`,
  )
}

export async function sequencesOf(tx: Tx): Promise<BackupHead['sequences']> {
  return rows(
    tx,
    `select sequencename as name, last_value as value from pg_sequences where schemaname = 'public' and last_value is not null order by 1`,
  )
}

export async function migrationNames(tx: Tx): Promise<string[]> {
  return (await rows<{ name: string }>(tx, 'select name from migration order by name')).map(
    ({ name }) => name,
  )
}

/** The rows of a table as COPY text. */
export function readTable(tx: TxClient, { name, columns }: BackupHead['tables'][number]): Readable {
  return tx.client.query(copyTo(`copy ${quote(name)} (${columns.map(quote).join(', ')}) to stdout`))
}

/** Loads COPY text into an empty table. Triggers and foreign keys are at rest (see {@link restTriggers}). @returns rows loaded */
export async function loadTable(
  tx: TxClient,
  { name, columns }: BackupHead['tables'][number],
  source: Readable,
): Promise<number> {
  const target = tx.client.query(
    copyFrom(`copy ${quote(name)} (${columns.map(quote).join(', ')}) from stdin`),
  )
  await pipeline(source, target)
  return target.rowCount
}

/** Rows come in any order and append-only tables are filled afresh: the rules held when they were first written. */
export async function restTriggers(tx: Tx): Promise<void> {
  await tx.query(`set local session_replication_role = replica`)
}

/** The first of these tables that holds a row: an archive is loaded into an empty database only. */
export async function usedTable(tx: Tx, names: readonly string[]): Promise<string | undefined> {
  for (const name of names) {
    const { rowCount } = await tx.query(`select 1 from ${quote(name)} limit 1`)
    if (rowCount) return name
  }
  return undefined
}

export async function setSequence(tx: Tx, name: string, value: number): Promise<void> {
  await tx.query('select setval($1::regclass, $2)', [quote(name), value])
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
