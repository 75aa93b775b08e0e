import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { PassThrough, Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { DataFolder } from '../../platform/data-folder.ts'
import { decryptFrom, encryptTo } from '../../platform/encrypted-file.ts'
import { freeBytes } from '../../platform/free-space.ts'
import { ioRefusal } from '../../platform/io-refusal.ts'
import type { ListRole } from '../read/index.ts'
import type { Intake, SeenFiles } from './model.ts'
import { intakeRefusals } from './refusals.ts'

/*
 * A received file stands encrypted in the store, which survives a restart of the desk, until its import ends. In clear it
 * stands in the work folder, which is emptied at every start, only while it arrives and while a job reads it: the look
 * takes what the upload left, the import makes it again, and each deletes its own. No job reads the copy of another.
 */
const INTAKES = 'intake'
const CLEAR_PREFIX = 'intake-'
const SEEN = 'seen.age'
/** Left free whatever is sent: the database and the journal must still be able to write. */
export const RESERVE_BYTES = 200 * 1024 * 1024
const LOOK_EVERY_BYTES = 64 * 1024 * 1024

type KeptIntake = Pick<Intake, 'id' | 'names' | 'bytes' | 'stored' | 'repaired'>
/** What is received: the two lists, or lines of one of them that were repaired. */
export type KeptRole = ListRole | 'repaired'

const sealedFolder = (home: DataFolder, id: string) => join(home.store, INTAKES, id)
const sealedFile = (home: DataFolder, id: string, role: KeptRole) =>
  join(sealedFolder(home, id), `${role}.age`)
export const clearFolder = (home: DataFolder, id: string) => join(home.work, `${CLEAR_PREFIX}${id}`)

/** Refuses what the disk cannot hold twice, before a byte is written. `bytes`: undefined when the browser did not say. */
export function refuseWithoutRoom(home: DataFolder, bytes: number | undefined): void {
  const needed = 2 * (bytes ?? 0) + RESERVE_BYTES
  const free = freeBytes(home.root)
  if (free < needed) throw intakeRefusals.noRoom({ free, needed })
}

/** Writes one file as it arrives, in clear and encrypted side by side; memory stays constant. @returns its bytes */
export async function keepFile(
  home: DataFolder,
  id: string,
  role: KeptRole,
  content: AsyncIterable<Buffer>,
  path: string,
): Promise<number> {
  await mkdir(sealedFolder(home, id), { recursive: true, mode: 0o700 })
  const toSeal = new PassThrough()
  // An upload that is cut fails the sealing too, which says so by its promise: the stream's own event has no other hearer.
  toSeal.on('error', () => undefined)
  const sealing = encryptTo(home, toSeal, sealedFile(home, id, role))
  const fork = forkTo(toSeal, home)
  try {
    await Promise.all([pipeline(content, fork.stream, createWriteStream(path, { mode: 0o600 })), sealing])
    return fork.bytes()
  } catch (error) {
    toSeal.destroy(error as Error)
    await sealing.catch(() => undefined)
    throw ioRefusal(error, home.store)
  }
}

function forkTo(toSeal: PassThrough, home: DataFolder) {
  let bytes = 0
  let looked = 0
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes - looked > LOOK_EVERY_BYTES) {
        looked = bytes
        const free = freeBytes(home.root)
        if (free < RESERVE_BYTES) return done(intakeRefusals.noRoom({ free, needed: RESERVE_BYTES }))
      }
      if (toSeal.write(chunk)) done(null, chunk)
      else toSeal.once('drain', () => done(null, chunk))
    },
    flush(done) {
      toSeal.end()
      done()
    },
  })
  stream.once('error', (error) => toSeal.destroy(error))
  return { stream, bytes: () => bytes }
}

/** `earlier`: the lines that the import before was given repaired, which these come on top of. */
export type ClearFiles = Record<ListRole, string> & Record<'repaired' | 'earlier', string | undefined>

/**
 * Gives `work` the files of an import in clear, in a folder of its own that goes with it: those that the upload left, else
 * made again from the encrypted ones. @throws intake.gone when those are no longer there
 */
export async function withClearFiles<T>(
  home: DataFolder,
  intake: KeptIntake,
  signal: AbortSignal,
  work: (paths: ClearFiles) => Promise<T>,
): Promise<T> {
  const folder = await takeClear(home, intake.id)
  try {
    return await work(await clearFiles(home, intake, folder, signal))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Named after this process: what another one took and did not delete was left by a kill, for one worker runs at a time. */
async function takeClear(home: DataFolder, id: string): Promise<string> {
  const taken = `${clearFolder(home, id)}.`
  const ours = `${taken}${process.pid}.`
  const left = await clearFoldersOf(home, id)
  await removeAll(left.filter((path) => path.startsWith(taken) && !path.startsWith(ours)))
  const own = `${ours}${randomUUID()}`
  await rename(clearFolder(home, id), own).catch(() => mkdir(own, { recursive: true, mode: 0o700 }))
  return own
}

async function clearFiles(
  home: DataFolder,
  { id, names, bytes, stored, repaired }: KeptIntake,
  folder: string,
  signal: AbortSignal,
): Promise<ClearFiles> {
  const clear = (role: KeptRole | 'earlier', name: string, size: number, sealed: string) =>
    clearFile(home, { path: join(folder, role, basename(name)), size, sealed }, signal)
  const sealedOf = (role: ListRole) => (stored ? join(home.store, stored[role]) : sealedFile(home, id, role))
  return {
    register: await clear('register', names.register, bytes.register, sealedOf('register')),
    exposed: await clear('exposed', names.exposed, bytes.exposed, sealedOf('exposed')),
    repaired: repaired
      ? await clear('repaired', repaired.name, repaired.bytes, sealedFile(home, id, 'repaired'))
      : undefined,
    earlier: stored?.repaired
      ? await clear('earlier', 'repaired', Number.NaN, join(home.store, stored.repaired))
      : undefined,
  }
}

async function clearFile(
  home: DataFolder,
  { path, size, sealed }: { path: string; size: number; sealed: string },
  signal: AbortSignal,
): Promise<string> {
  if ((await sizeOf(path)) === size) return path
  if ((await sizeOf(sealed)) === null) throw intakeRefusals.gone()
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  try {
    const source = await decryptFrom(home, sealed)
    await pipeline(source, createWriteStream(`${path}.part`, { mode: 0o600 }), { signal })
    await rename(`${path}.part`, path)
    return path
  } catch (error) {
    await rm(`${path}.part`, { force: true })
    throw ioRefusal(error, home.work)
  }
}

/** What was seen of the files holds masked cells and headers: it is kept encrypted beside them. */
export async function keepSeen(home: DataFolder, id: string, seen: SeenFiles): Promise<void> {
  await encryptTo(
    home,
    Readable.from([Buffer.from(JSON.stringify(seen))]),
    join(sealedFolder(home, id), SEEN),
  )
}

export async function readSeen(home: DataFolder, id: string): Promise<SeenFiles | undefined> {
  const path = join(sealedFolder(home, id), SEEN)
  if ((await sizeOf(path)) === null) return undefined
  const parts: Buffer[] = []
  for await (const part of await decryptFrom(home, path)) parts.push(part as Buffer)
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as SeenFiles
}

/** The files change places: the register was given as the exposed list, and the other way round. */
export async function swapKept(home: DataFolder, id: string): Promise<void> {
  const at = (name: string) => join(sealedFolder(home, id), name)
  await rm(clearFolder(home, id), { recursive: true, force: true }) // it would be read in the places it had
  await rm(at(SEEN), { force: true })
  await rename(at('register.age'), at('swapping.age'))
  await rename(at('exposed.age'), at('register.age'))
  await rename(at('swapping.age'), at('exposed.age'))
}

export async function isKept(home: DataFolder, { id, stored }: KeptIntake): Promise<boolean> {
  if (stored) return (await sizeOf(sealedFile(home, id, 'repaired'))) !== null
  const sizes = await Promise.all([
    sizeOf(sealedFile(home, id, 'register')),
    sizeOf(sealedFile(home, id, 'exposed')),
  ])
  return sizes.every((size) => size !== null)
}

/** Every copy of the files goes, those that a job reads too. */
export async function discardKept(home: DataFolder, id: string): Promise<void> {
  await removeAll([sealedFolder(home, id), ...(await clearFoldersOf(home, id))])
}

/** What the upload writes, and what jobs took or made. */
async function clearFoldersOf(home: DataFolder, id: string): Promise<string[]> {
  const names = await readdir(home.work).catch(() => [])
  return names.filter((name) => name.startsWith(`${CLEAR_PREFIX}${id}`)).map((name) => join(home.work, name))
}

async function removeAll(folders: readonly string[]): Promise<void> {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })))
}

/** Ids of the imports whose files stand in the store: more than the database knows when an upload was cut by a kill. */
export async function keptIds(home: DataFolder): Promise<string[]> {
  return readdir(join(home.store, INTAKES)).catch(() => [])
}

async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    (found) => found.size,
    () => null,
  )
}
