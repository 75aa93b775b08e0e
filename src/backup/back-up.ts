import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Pack, pack } from 'tar-stream'
import { type Actor, head as journalHead, record } from '../journal/index.ts'
import type { TxClient } from '../platform/database.ts'
import { encryptTo } from '../platform/encrypted-file.ts'
import type { Platform } from '../platform/platform.ts'
import { type BackupHead, type BackupTail, FORMAT } from './model.ts'
import { backupRefusals } from './refusals.ts'
import { migrationNames, readTable, sequencesOf, tablesOf } from './store.ts'

export interface BackupSummary {
  readonly path: string
  readonly bytes: number
  readonly rows: number
  readonly files: number
  readonly journal: BackupTail['journal']
}

/** COPY text is cut in entries of about this size, between two rows: a tar entry must say its length first. */
const CHUNK_BYTES = 4 * 1024 * 1024
const LINE_FEED = 0x0a

/**
 * Writes the database (one snapshot, no pg_dump) and the store into one age-encrypted archive. The keys stay out: who
 * holds the archive alone can read nothing. The backup is journalled before its snapshot, so the archive holds its entry.
 */
export async function backUp(platform: Platform, path: string, actor: Actor): Promise<BackupSummary> {
  if (existsSync(path)) throw backupRefusals.exists({ path })
  await platform.db.transaction((tx) => record(tx, platform.clock, { actor, kind: 'backup.started' }))
  const tail = await platform.db.transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read read only')
    const archive = pack()
    const filling = fill(archive, platform, tx).catch((error: Error) => {
      archive.destroy(error)
      throw error
    })
    const [filled] = await Promise.all([filling, encryptTo(platform.home, Readable.from(archive), path)])
    return filled
  })
  const rowCount = Object.values(tail.rows).reduce((sum, count) => sum + count, 0)
  return { path, bytes: statSync(path).size, rows: rowCount, files: tail.files, journal: tail.journal }
}

async function fill(archive: Pack, platform: Platform, tx: TxClient): Promise<BackupTail> {
  const head: BackupHead = {
    format: FORMAT,
    createdAt: platform.clock.now().toString(),
    folder: { id: platform.home.id, exercise: platform.home.exercise },
    migrations: await migrationNames(tx),
    tables: await tablesOf(tx),
    sequences: await sequencesOf(tx),
  }
  await addEntry(archive, 'head.json', Buffer.from(JSON.stringify(head)))
  const rows: Record<string, number> = {}
  for (const table of head.tables) rows[table.name] = await addTable(archive, tx, table)
  const files = await addFiles(archive, platform.home.store)
  const last = await journalHead(tx)
  const tail = { rows, files, journal: { entries: last?.seq ?? 0, head: last?.hash ?? '' } }
  await addEntry(archive, 'tail.json', Buffer.from(JSON.stringify(tail)))
  archive.finalize()
  return tail
}

async function addTable(archive: Pack, tx: TxClient, table: BackupHead['tables'][number]): Promise<number> {
  const source = readTable(tx, table)
  let parts: Buffer[] = []
  let size = 0
  let number = 0
  const flush = async (last: boolean) => {
    const whole = Buffer.concat(parts)
    // The driver hands over pieces of rows; a line feed ends a row and is nowhere else (values have theirs escaped).
    const end = last ? whole.length : whole.lastIndexOf(LINE_FEED) + 1
    parts = [whole.subarray(end)]
    size = whole.length - end
    if (end === 0) return
    const name = `tables/${table.name}/${String(number++).padStart(6, '0')}.copy`
    await addEntry(archive, name, whole.subarray(0, end))
  }
  for await (const chunk of source as AsyncIterable<Buffer>) {
    parts.push(chunk)
    size += chunk.length
    if (size >= CHUNK_BYTES && chunk.includes(LINE_FEED)) await flush(false)
  }
  if (size > 0) await flush(true)
  return (source as unknown as { rowCount: number }).rowCount
}

/** Half written, or received for an import and gone within a day: a backup would keep it for years. */
const PASSING = /\.(part|importing)$|^intake[\\/]/

/**
 * The files of the store. They are written aside, then renamed, and never change: those of the snapshot are all there, and
 * one still being written belongs to no row of it.
 */
async function addFiles(archive: Pack, store: string): Promise<number> {
  let files = 0
  for (const entry of readdirSync(store, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = relative(store, path)
    if (!entry.isFile() || PASSING.test(name) || !existsSync(path)) continue
    const { size } = statSync(path)
    const target = archive.entry({ name: `files/${name}`, size })
    // A match under way writes its verdicts in place: what grows after its length was said is not of this snapshot.
    const content = size === 0 ? Readable.from([]) : createReadStream(path, { end: size - 1 })
    await pipeline(content, target as unknown as Writable)
    files += 1
  }
  return files
}

/** Through a stream rather than as one buffer: only then does the archive wait for its reader. */
async function addEntry(archive: Pack, name: string, content: Buffer): Promise<void> {
  await pipeline(
    Readable.from([content]),
    archive.entry({ name, size: content.length }) as unknown as Writable,
  )
}
