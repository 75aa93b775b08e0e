import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { PassThrough, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { DataFolder } from '../../platform/data-folder.ts'
import { encryptTo } from '../../platform/encrypted-file.ts'
import { ioRefusal } from '../../platform/io-refusal.ts'

/** What identifies a file without opening it. */
export interface Fingerprint {
  readonly bytes: number
  readonly sha256: string
}

/** Paths relative to the store, as the database keeps them: a restored folder may stand elsewhere. */
export const storedList = (name: string) => join('lists', `${name}.age`)
export const storedRun = (runId: string) => join('verdicts', runId)
/** The repaired lines that a run was given, where the store keeps them; undefined when it had none. */
export function repairedOf(home: DataFolder, runId: string): string | undefined {
  const path = storedList(`${runId}-repaired`)
  return existsSync(join(home.store, path)) ? path : undefined
}

/** Private folder of one import, under the work folder: identifiers stand there in clear until it is deleted. */
const WORK_PREFIX = 'import-'
const MARK = '.importing'

/** Size and SHA-256 of a file, read once as a stream. */
export async function fingerprint(path: string): Promise<Fingerprint> {
  try {
    const hash = createHash('sha256')
    const stream = createReadStream(path, { highWaterMark: 1 << 20 })
    await pipeline(stream, hash)
    return { bytes: stream.bytesRead, sha256: hash.digest('hex') }
  } catch (error) {
    throw ioRefusal(error, path)
  }
}

/**
 * Encrypts `path` into the store under `name`.
 * @returns the fingerprint of the clear bytes that went in: the caller compares it with what was matched.
 */
export async function storeEncrypted(home: DataFolder, path: string, name: string): Promise<Fingerprint> {
  await mkdir(join(home.store, 'lists'), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  let bytes = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  const source = new PassThrough()
  const reading = pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), meter, source)
  try {
    await Promise.all([reading, encryptTo(home, source, join(home.store, storedList(name)))])
  } catch (error) {
    throw ioRefusal(error, home.store)
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** A fresh private folder for one import. */
export async function openWorkFolder(home: DataFolder, runId: string): Promise<string> {
  const path = join(home.work, `${WORK_PREFIX}${runId}`)
  await mkdir(path, { recursive: true, mode: 0o700 }).catch((error) => {
    throw ioRefusal(error, home.work)
  })
  return path
}

/** Whether the database knows the files of a run, or of an edition. */
export type IsOwned = (id: string) => Promise<boolean>

const markOf = (home: DataFolder, id: string) => join(home.store, 'lists', `${id}${MARK}`)

/** Says that the files of `id` belong to an import under way: laid before the first of them, taken off by `settleStored`. */
export async function markImport(home: DataFolder, id: string): Promise<void> {
  await mkdir(join(home.store, 'lists'), { recursive: true, mode: 0o700 })
  await writeFile(markOf(home, id), '', { mode: 0o600 }).catch((error) => {
    throw ioRefusal(error, home.store)
  })
}

/** To be called where a version stops having decided verdicts of its own: they go with the next sweep, once that is committed. */
export async function markLeft(
  home: DataFolder,
  version: { readonly runId: string; readonly verdictsPath: string },
): Promise<void> {
  if (version.verdictsPath !== storedRun(version.runId))
    await markImport(home, basename(version.verdictsPath))
}

/**
 * When the work on marked files is over, well or not: they stay when the database has them. The answer to a commit can be
 * lost on its way, so that is asked; when the database cannot tell, the mark stays, and the next sweep decides.
 */
export async function settleStored(
  home: DataFolder,
  id: string,
  paths: readonly string[],
  isOwned: IsOwned,
): Promise<void> {
  const owned = await isOwned(id).catch(() => undefined)
  if (owned === undefined) return
  if (!owned) await removeStored(home, paths)
  await rm(markOf(home, id), { force: true }).catch(() => undefined)
}

/** Where the verdicts of one version go when the review changed those of its run. The folder is made when needed. */
export interface Edition {
  /** Relative to the store. */
  readonly path: string
  readonly folder: string
}

/** Gives `work` a place for decided verdicts, marked like an import's files: it goes unless a version has it then. */
export async function withEdition<T>(
  home: DataFolder,
  isOwned: IsOwned,
  work: (edition: Edition) => Promise<T>,
): Promise<T> {
  const id = randomUUID()
  const path = storedRun(id)
  await markImport(home, id)
  try {
    return await work({ path, folder: join(home.store, path) })
  } finally {
    await settleStored(home, id, [path], isOwned)
  }
}

/**
 * Deletes what a killed import left behind: work folders, and the files of marked runs that the database does not
 * know. Only marked runs are ever touched, so that a folder opened with another database loses nothing. The caller
 * holds the lock of imports.
 */
export async function sweepOrphans(home: DataFolder, isOwned: IsOwned): Promise<void> {
  const stored = await list(join(home.store, 'lists'))
  for (const mark of stored.filter((name) => name.endsWith(MARK))) {
    const runId = mark.slice(0, -MARK.length)
    if (!(await isOwned(runId))) {
      const files = stored.filter((name) => name.startsWith(`${runId}-`)).map((name) => join('lists', name))
      await removeStored(home, [...files, storedRun(runId)])
    }
    await removeStored(home, [join('lists', mark)])
  }
  const work = (await list(home.work)).filter((name) => name.startsWith(WORK_PREFIX))
  await Promise.all(work.map((name) => rm(join(home.work, name), { recursive: true, force: true })))
}

/** Free of error when the file is not there: removal after a failure must not hide that failure. */
export async function removeStored(home: DataFolder, paths: readonly string[]): Promise<void> {
  await Promise.all(paths.map((path) => rm(join(home.store, path), { recursive: true, force: true })))
}

export async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    (found) => found.size,
    () => null,
  )
}

async function list(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => [])
}
