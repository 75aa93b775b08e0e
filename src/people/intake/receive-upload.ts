import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ioRefusal } from '../../platform/io-refusal.ts'
import { intakeRefusals } from './refusals.ts'

export interface ReceivedFile {
  readonly path: string
  /** As the browser named it, without folders. */
  readonly name: string
}

/** Writes the bytes of one file as they arrive. */
export type WriteFile = (content: AsyncIterable<Buffer>, path: string, field: string) => Promise<void>

const writeClear: WriteFile = (content, path) => pipeline(content, createWriteStream(path, { mode: 0o600 }))

/**
 * Writes the files of a multipart form (RFC 7578) into `folder` as they arrive: memory stays constant whatever their
 * size. Each field keeps its last file; fields that are not files are skipped.
 * @returns field name -> file
 */
export async function receiveUpload(
  body: AsyncIterable<Uint8Array>,
  contentType: string,
  folder: string,
  write: WriteFile = writeClear,
): Promise<Map<string, ReceivedFile>> {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType)
  if (!boundary) throw intakeRefusals.uploadIncomplete({ field: 'multipart/form-data' })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const files = new Map<string, ReceivedFile>()
  // A line break before the first boundary makes it like the others.
  const parts = new PartReader(body, Buffer.from(`\r\n--${boundary[1] ?? boundary[2]}`))
  await parts.skipPreamble()
  for (;;) {
    const head = await parts.readHead()
    if (head === undefined) return files
    const field = /name="([^"]*)"/i.exec(head)?.[1] ?? ''
    const name = nameOf(/filename="([^"]*)"/i.exec(head)?.[1] ?? '')
    if (name === '') for await (const _ of parts.readContent());
    else
      files.set(field, {
        name,
        path: await save(field, parts.readContent(), join(folder, folderOf(field), name), write),
      })
  }
}

const LONGEST_NAME_BYTES = 200

/** Without folders, and short enough for any disk: the end is kept, for it says what the file is. */
function nameOf(given: string): string {
  const letters = [...basename(given.replaceAll('\\', '/')).replace(/\p{Cc}/gu, '')]
  while (Buffer.byteLength(letters.join('')) > LONGEST_NAME_BYTES) letters.shift()
  return letters.join('').replace(/^\.+$/, '')
}

function folderOf(field: string): string {
  return /^\w{1,20}$/.test(field) ? field : 'other'
}

/** Under the name the user knows, in a folder of its own: refusals name the file by its path. */
async function save(
  field: string,
  content: AsyncIterable<Buffer>,
  path: string,
  write: WriteFile,
): Promise<string> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await write(content, path, field)
    return path
  } catch (error) {
    throw ioRefusal(error, path)
  }
}

const MAX_HEAD = 16 * 1024

class PartReader {
  #pending: Buffer = Buffer.from('\r\n')
  #ended = false
  readonly #source: AsyncIterator<Uint8Array>
  readonly #boundary: Buffer

  constructor(source: AsyncIterable<Uint8Array>, boundary: Buffer) {
    this.#source = source[Symbol.asyncIterator]()
    this.#boundary = boundary
  }

  async skipPreamble(): Promise<void> {
    for await (const _ of this.readContent());
  }

  /** The header lines of the next part; undefined after the closing boundary. */
  async readHead(): Promise<string | undefined> {
    while (this.#pending.length < 2 && (await this.#more()));
    if (this.#pending.subarray(0, 2).toString() !== '\r\n') return undefined
    for (;;) {
      const end = this.#pending.indexOf('\r\n\r\n')
      if (end >= 0) {
        const head = this.#pending.subarray(0, end).toString('utf8')
        this.#pending = this.#pending.subarray(end + 4)
        return head
      }
      if (this.#pending.length > MAX_HEAD || !(await this.#more())) throw cutShort()
    }
  }

  /** Bytes up to the next boundary, which is consumed. A body that ends before it was cut on the way. */
  async *readContent(): AsyncIterable<Buffer> {
    for (;;) {
      const at = this.#pending.indexOf(this.#boundary)
      if (at >= 0) {
        yield this.#pending.subarray(0, at)
        this.#pending = this.#pending.subarray(at + this.#boundary.length)
        return
      }
      const safe = this.#pending.length - this.#boundary.length
      if (safe > 0) {
        yield this.#pending.subarray(0, safe)
        this.#pending = this.#pending.subarray(safe)
      }
      if (!(await this.#more())) throw cutShort()
    }
  }

  async #more(): Promise<boolean> {
    if (this.#ended) return false
    const { done, value } = await this.#source.next()
    this.#ended = done === true
    if (value) this.#pending = Buffer.concat([this.#pending, value])
    return !this.#ended
  }
}

function cutShort() {
  return intakeRefusals.uploadIncomplete({ field: 'multipart/form-data' })
}
