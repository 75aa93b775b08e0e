import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { type Actor, actorText } from '../../journal/index.ts'
import type { DataFolder } from '../../platform/data-folder.ts'
import { decryptFrom, encryptTo } from '../../platform/encrypted-file.ts'
import { ioRefusal } from '../../platform/io-refusal.ts'
import type { Platform } from '../../platform/platform.ts'
import { type DutyGround, FIELDS, typedWords } from '../duty-writer.ts'
import { obligationRefusals } from '../refusals.ts'
import { type DutyFile, fileById, insertFile, storedPaths } from '../stores/duty-file-store.ts'

/** A file as a form hands it over. */
export interface GivenFile {
  readonly name: string
  readonly content: Uint8Array
}

const FOLDER = 'duties'
const MOST_MEGABYTES = 20

/**
 * Keeps a receipt or a piece of evidence: encrypted in the store, where backups take it along, named in the database with the
 * hash of its clear bytes. If the transaction fails afterwards, nothing names the file and {@link sweepFiles} removes it.
 * @throws Refusal obligations.emptyFile, bigFile, nationalId (in its name)
 */
export async function keepFile(
  { tx, incident, at }: Pick<DutyGround, 'tx' | 'incident' | 'at'>,
  home: DataFolder | null,
  given: GivenFile | undefined,
  actor: Actor,
): Promise<DutyFile | null> {
  if (!given) return null
  if (!home) throw new Error('a file needs a data folder')
  const name = plainName(given.name)
  if (given.content.length === 0) throw obligationRefusals.emptyFile({ name })
  if (given.content.length > MOST_MEGABYTES * 1024 * 1024)
    throw obligationRefusals.bigFile({ name, most: MOST_MEGABYTES })
  const id = randomUUID()
  const file = {
    id,
    name,
    sha256: hashOf(given),
    bytes: given.content.length,
    storedPath: join(FOLDER, `${id}.age`),
  }
  await mkdir(join(home.store, FOLDER), { recursive: true, mode: 0o700 })
  try {
    await encryptTo(home, Readable.from([Buffer.from(given.content)]), join(home.store, file.storedPath))
  } catch (error) {
    throw ioRefusal(error, home.store)
  }
  await insertFile(tx, incident.id, { ...file, recordedAt: at, recordedBy: actorText(actor) })
  return file
}

/** SHA-256 of the clear bytes, in hexadecimal. */
export function hashOf({ content }: GivenFile): string {
  return createHash('sha256').update(content).digest('hex')
}

/** The clear bytes of a kept file. @throws Refusal obligations.unknownFile */
export async function openKeptFile(
  { db, home }: Pick<Platform, 'db' | 'home'>,
  incidentId: string,
  id: string,
): Promise<{ readonly file: DutyFile; readonly content: Readable }> {
  const file = await fileById(db, incidentId, id)
  if (!file) throw obligationRefusals.unknownFile({ file: id })
  return { file, content: await decryptFrom(home, join(home.store, file.storedPath)) }
}

/** Removes files that no row names: a kill, or a refusal after the file was written, left them. Run at start, when nobody writes. */
export async function sweepFiles({ db, home }: Pick<Platform, 'db' | 'home'>): Promise<number> {
  const folder = join(home.store, FOLDER)
  if (!existsSync(folder)) return 0
  const named = new Set(await storedPaths(db))
  const left = (await readdir(folder)).filter((name) => !named.has(join(FOLDER, name)))
  for (const name of left) await rm(join(folder, name), { force: true })
  return left.length
}

/** The last part of a path, without control characters: what a browser or a person called it. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const named = typedWords(FIELDS.file, last.replace(/\s+/g, ' '), { optional: true })
  const plain = [...named].slice(0, 200).join('')
  return plain === '' ? 'fichier' : plain
}
