import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { type Encoding, encoder } from './encode-text.ts'

export interface WrittenFile {
  readonly path: string
  readonly rows: number
  readonly bytes: number
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string
}

/** Characters gathered before a write: large enough for few system calls, small enough to stay in the cache. */
const END_OF_LINE = '\r\n'
const CHUNK = 512 * 1024

/** A file written under `path` + `.part`, row by row; the caller renames it when all is well. */
export interface RowWriter {
  readonly path: string
  readonly part: string
  /** True when `flush` should be awaited before the next row. */
  add(line: string): boolean
  flush(): Promise<void>
  finish(): Promise<WrittenFile>
  /** Closes and removes the unfinished file. */
  abandon(): Promise<void>
}

/** @param header the first line, without its line end; lines end in CR LF as spreadsheets and RFC 4180 write them */
export async function writeRows(path: string, encoding: Encoding, header: string): Promise<RowWriter> {
  const part = `${path}.part`
  const file = await open(part, 'w', 0o600)
  const { prefix, encode } = encoder(encoding)
  const hash = createHash('sha256')
  let pending = ''
  let rows = -1
  let size = 0

  function add(line: string): boolean {
    rows++
    pending += line + END_OF_LINE
    return pending.length > CHUNK
  }

  async function write(buffer: Buffer): Promise<void> {
    hash.update(buffer)
    size += buffer.length
    await file.appendFile(buffer)
  }

  async function flush(): Promise<void> {
    const text = pending
    pending = ''
    await write(encode(text))
  }

  async function finish(): Promise<WrittenFile> {
    await flush()
    await file.sync()
    await file.close()
    return { path, rows, bytes: size, sha256: hash.digest('hex') }
  }

  async function abandon(): Promise<void> {
    await file.close().catch(() => {})
    await rm(part, { force: true })
  }

  await write(prefix)
  add(header)
  return { path, part, add, flush, finish, abandon }
}
