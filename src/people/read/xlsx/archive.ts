import { crc32, createInflateRaw } from 'node:zlib'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { BrokenFile } from './broken-file.ts'

/** A workbook has tens of parts, hundreds with pictures; an archive of more is none. */
const ENTRIES = 10_000
/** A full sheet of 1,048,576 rows and 100 columns stays below. */
const PART_BYTES = 2 ** 32
/** Text of real lists deflates 5 to 40 times, rows of nothing but styles 100 times; deflate itself ends at 1032. */
const RATIO = 200
/** Below this size no ratio is a danger. */
const RATIO_FREE_BYTES = 2 ** 25
const CHUNK = 1 << 17

/**
 * The parts of a workbook (ECMA-376 part 2: a ZIP archive). Sizes are held to what the archive declares, and both to
 * limits, so that a small file cannot take all memory or all day.
 */
export class Archive {
  /** Compressed bytes read so far. */
  consumed = 0
  readonly #zip: ZipFile
  readonly #entries: ReadonlyMap<string, Entry>

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip
    this.#entries = entries
  }

  static async open(path: string): Promise<Archive> {
    const zip = await openPromise(path, { autoClose: false }).catch(() => {
      throw new BrokenFile('archive', '')
    })
    try {
      return new Archive(zip, await entriesOf(zip))
    } catch (error) {
      zip.close()
      throw error
    }
  }

  close(): void {
    this.#zip.close()
  }

  has(name: string): boolean {
    return this.#entries.has(keyOf(name))
  }

  /** A small part as text. */
  async text(name: string, limit: number): Promise<string> {
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of this.stream(name)) {
      size += chunk.length
      if (size > limit) throw new BrokenFile('too_large', name)
      chunks.push(chunk)
    }
    const bytes = Buffer.concat(chunks)
    if (bytes[0] === 0xff || bytes[0] === 0xfe) throw new BrokenFile('encoding', name)
    return bytes.toString('utf8').replace(/^\ufeff/, '')
  }

  /** The bytes of a part, inflated; checked against its declared size and CRC-32 at the end. */
  async *stream(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(keyOf(name))
    if (!entry) throw new BrokenFile('missing_part', name)
    refuseBefore(entry, name)
    const stored = await this.#zip.openReadStreamPromise(entry, { decodeFileData: false }).catch(() => {
      throw new BrokenFile('archive', name)
    })
    const bytes = entry.compressionMethod === 0 ? stored : createInflateRaw({ chunkSize: CHUNK })
    stored.on('data', (chunk: Buffer) => {
      this.consumed += chunk.length
    })
    if (bytes !== stored) {
      stored.on('error', (error) => bytes.destroy(error))
      stored.pipe(bytes as ReturnType<typeof createInflateRaw>)
    }
    try {
      yield* checked(bytes, entry, name)
    } finally {
      bytes.destroy()
      stored.destroy()
    }
  }
}

async function* checked(bytes: AsyncIterable<Buffer>, entry: Entry, name: string): AsyncGenerator<Buffer> {
  let size = 0
  let sum = 0
  const chunks = bytes[Symbol.asyncIterator]()
  for (;;) {
    const next = await chunks.next().catch(() => {
      throw new BrokenFile('compression', name)
    })
    if (next.done) break
    size += next.value.length
    if (size > entry.uncompressedSize) throw new BrokenFile('too_large', name)
    sum = crc32(next.value, sum)
    yield next.value
  }
  if (size !== entry.uncompressedSize || sum !== entry.crc32) throw new BrokenFile('checksum', name)
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > ENTRIES) throw new BrokenFile('too_many_entries', '')
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      const key = keyOf(entry.fileName)
      // Two parts of one name: each reader would see another workbook.
      if (entries.has(key)) throw new BrokenFile('archive', entry.fileName)
      entries.set(key, entry)
    }
  } catch (error) {
    throw error instanceof BrokenFile ? error : new BrokenFile('archive', '')
  }
  return entries
}

function refuseBefore(entry: Entry, name: string): void {
  const { compressionMethod, compressedSize, uncompressedSize } = entry
  if (entry.isEncrypted()) throw new BrokenFile('encrypted', name)
  if (compressionMethod !== 0 && compressionMethod !== 8) throw new BrokenFile('compression', name)
  if (uncompressedSize > PART_BYTES) throw new BrokenFile('too_large', name)
  if (uncompressedSize > RATIO_FREE_BYTES && uncompressedSize > compressedSize * RATIO) {
    throw new BrokenFile('ratio', name)
  }
}

/** Names of parts do not differ by case (ECMA-376 part 2, 9.1). */
function keyOf(name: string): string {
  return name.replace(/^\//, '').toLowerCase()
}
