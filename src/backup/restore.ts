import { cpSync, createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { extract, type Header } from 'tar-stream'
import { pauseAfterRestore } from '../delivery/index.ts'
import { type Actor, record, verifyJournal } from '../journal/index.ts'
import type { TxClient } from '../platform/database.ts'
import { decryptFrom, type KeyFolder } from '../platform/encrypted-file.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { type BackupHead, type BackupTail, FORMAT, headSchema, tailSchema } from './model.ts'
import { backupRefusals } from './refusals.ts'
import { loadTable, migrationNames, restTriggers, setSequence, usedTable } from './store.ts'

/** What the archive's reader yields: a stream with its header. */
type Entry = Readable & { readonly header: Header }

/**
 * Brings the original keys into a new folder; the password of the old database server stays behind. Keys that are already
 * there and differ are another desk's: refused, for without them that desk could read nothing.
 */
export function takeKeys(from: string, to: string): void {
  const names = readdirSync(from).filter((name) => name !== 'postgres-password')
  const differing = names.find(
    (name) => existsSync(join(to, name)) && !sameBytes(join(from, name), join(to, name)),
  )
  if (differing) throw backupRefusals.otherKeys({ path: join(to, differing) })
  mkdirSync(to, { recursive: true, mode: 0o700 })
  for (const name of names) cpSync(join(from, name), join(to, name), { recursive: true })
}

function sameBytes(a: string, b: string): boolean {
  return readFileSync(a).equals(readFileSync(b))
}

/** Whether the archive is for an exercise; read before the folder is made, because a folder is one or the other. */
export async function readHead(home: KeyFolder, path: string): Promise<BackupHead> {
  if (!existsSync(join(home.keys, 'age-identity.txt'))) throw backupRefusals.noKey({ path: home.keys })
  try {
    for await (const entry of (await openArchive(home, path)) as unknown as AsyncIterable<Entry>) {
      return checkHead(path, JSON.parse(await text(entry)))
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
  }
  throw backupRefusals.unreadable({ path })
}

/**
 * Loads an archive into a new, migrated database and an empty store, in one transaction: counts, journal chain and head
 * must be those of the archive, or nothing stays.
 */
export async function restore(platform: Platform, path: string, actor: Actor): Promise<BackupTail> {
  try {
    return await platform.db.transaction(async (tx) => {
      const tail = await load(platform, tx, path)
      const { verified, entries, head } = await verifyJournal(tx)
      if (!verified || entries !== tail.journal.entries || (entries > 0 && head !== tail.journal.head)) {
        throw backupRefusals.different({ path, what: 'journal' })
      }
      await pauseAfterRestore(tx, platform.clock)
      await record(tx, platform.clock, { actor, kind: 'backup.restored', payload: { entries, head } })
      return tail
    })
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw backupRefusals.unreadable({ path })
  }
}

async function load(platform: Platform, tx: TxClient, path: string): Promise<BackupTail> {
  const loaded: Record<string, number> = {}
  let head: BackupHead | undefined
  let files = 0
  const cut: CutRow = { table: '', bytes: Buffer.alloc(0) }
  for await (const entry of (await openArchive(platform.home, path)) as unknown as AsyncIterable<Entry>) {
    const { name } = entry.header
    if (name === 'head.json') head = await begin(tx, path, await text(entry))
    else if (name === 'tail.json')
      return finish(path, loaded, files, tailSchema.parse(JSON.parse(await text(entry))))
    else if (name.startsWith('files/'))
      files += await writeFile(platform.home.store, name.slice('files/'.length), entry)
    else await loadEntry(tx, head, name, entry, loaded, cut)
  }
  throw backupRefusals.unreadable({ path }) // no tail: cut short
}

async function openArchive(home: KeyFolder, path: string) {
  const archive = extract()
  const source = await decryptFrom(home, path)
  source.on('error', (error) => archive.destroy(error))
  source.pipe(archive)
  return archive
}

async function begin(tx: TxClient, path: string, json: string): Promise<BackupHead> {
  const head = checkHead(path, JSON.parse(json))
  const known = await migrationNames(tx)
  const unknown = head.migrations.find((name) => !known.includes(name))
  if (unknown) throw backupRefusals.newer({ path, unknown })
  await restTriggers(tx)
  const used = await usedTable(
    tx,
    head.tables.map(({ name }) => name),
  )
  if (used) throw backupRefusals.notEmpty({ table: used })
  for (const { name, value } of head.sequences) await setSequence(tx, name, value)
  return head
}

function checkHead(path: string, value: unknown): BackupHead {
  const { format } = value as { format?: number }
  if (typeof format === 'number' && format > FORMAT)
    throw backupRefusals.newer({ path, unknown: `format ${format}` })
  return headSchema.parse(value)
}

/** The row that an entry was cut in: archives made before entries ended between two rows have the rest in the next one. */
interface CutRow {
  table: string
  bytes: Buffer
}

async function loadEntry(
  tx: TxClient,
  head: BackupHead | undefined,
  name: string,
  entry: Entry,
  loaded: Record<string, number>,
  cut: CutRow,
) {
  const [, tableName = ''] = name.split('/')
  const table = head?.tables.find((candidate) => candidate.name === tableName)
  if (!table) throw new Error(`unexpected entry ${name}`)
  if (cut.table !== tableName && cut.bytes.length > 0) throw new Error('a row was cut')
  const whole = Buffer.concat([cut.bytes, await buffer(entry)])
  const end = whole.lastIndexOf(0x0a) + 1
  cut.table = tableName
  cut.bytes = whole.subarray(end)
  if (end === 0) return
  const rows = await loadTable(tx, table, Readable.from([whole.subarray(0, end)]))
  loaded[tableName] = (loaded[tableName] ?? 0) + rows
}

function finish(path: string, loaded: Record<string, number>, files: number, tail: BackupTail): BackupTail {
  const wrong = Object.entries(tail.rows).find(([name, count]) => (loaded[name] ?? 0) !== count)
  if (wrong)
    throw backupRefusals.different({ path, what: `${wrong[0]}: ${loaded[wrong[0]] ?? 0}/${wrong[1]}` })
  if (files !== tail.files) throw backupRefusals.different({ path, what: `files: ${files}/${tail.files}` })
  return tail
}

/** Names come from the archive: none may lead outside the store. */
async function writeFile(store: string, name: string, entry: Entry): Promise<number> {
  const path = join(store, normalize(join('/', name)))
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  await pipeline(Readable.from(entry), createWriteStream(path, { mode: 0o600 }))
  return 1
}
