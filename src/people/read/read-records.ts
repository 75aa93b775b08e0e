import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { cellAlphabet } from './alphabet.ts'
import { type ByteCount, type LineChunk, lineChunks } from './line-chunks.ts'
import { type Accounting, accountingHolds, type Layout } from './model.ts'
import { type PlainCells, PlainLines } from './plain-lines.ts'
import type { RepairedRows } from './read-repaired.ts'
import { RecordReader, type RecordSink } from './record-reader.ts'
import { readRefusals } from './refusals.ts'
import { Repairs } from './repairs.ts'

export interface FileRead {
  readonly accounting: Accounting
  readonly bytes: number
  readonly sha256: string
}

/** What receives a file's records; `between` is awaited after each chunk of lines, to write, to wait, to report. */
export interface RecordStream extends RecordSink {
  /** Takes a plain record as bytes; without it, every record comes as text through `record`. */
  plain?(cells: PlainCells, row: number, line: number): void
  between?(progress: { bytes: number; rows: number }): Promise<void> | undefined
}

export interface ReadOptions {
  /** How refusals name the file. */
  readonly file?: string
  readonly signal?: AbortSignal | undefined
  /** Rows that take the place of quarantined ones. */
  readonly repaired?: RepairedRows | undefined
}

/**
 * Reads a whole file, line by line, in bounded memory. Every physical line is a header, blank, a record, the
 * continuation of a record, or quarantined: a run that cannot prove it throws `read.accountingBroken`.
 */
export async function readRecords(
  path: string,
  layout: Layout,
  stream: RecordStream,
  options: ReadOptions = {},
): Promise<FileRead> {
  const file = options.file ?? path
  const repairs = options.repaired && new Repairs(options.repaired)
  const into = repairs?.into(stream) ?? stream
  const read =
    layout.kind === 'delimited'
      ? await readLines(path, layout, into, options)
      : await readTable(path, layout, into, { ...options, file })
  if (!accountingHolds(read.accounting)) throw brokenAccounting(file, read.accounting)
  return repairs?.accountedIn(read) ?? read
}

/** Workbooks and Parquet files; their readers are loaded only for them. */
async function readTable(
  path: string,
  layout: Layout,
  stream: RecordStream,
  options: ReadOptions & { readonly file: string },
): Promise<FileRead> {
  const before = await hashFile(path)
  const { readRows } =
    layout.kind === 'xlsx'
      ? await import('./xlsx/read-workbook.ts')
      : await import('./parquet/read-parquet.ts')
  return { accounting: await readRows(path, layout, stream, options), ...before }
}

async function readLines(
  path: string,
  layout: Layout,
  stream: RecordStream,
  options: ReadOptions,
): Promise<FileRead> {
  const hash = createHash('sha256')
  const count: ByteCount = { bytes: 0, lines: 0 }
  const { separator, headers, hasHeader, headerLines, isPadded } = layout
  const shape = { separator, width: headers.length, hasHeader, headerLines, isPadded }
  const reader = new RecordReader(shape, stream)
  const plainLines = new PlainLines(layout, cellAlphabet(layout.encoding))
  for await (const chunk of lineChunks(path, layout.encoding, layout.lineEnd, count, hash)) {
    options.signal?.throwIfAborted()
    if (isPadded) reader.read(chunk)
    else readChunk(chunk, reader, plainLines, stream)
    await stream.between?.({ bytes: count.bytes, rows: reader.rows })
  }
  const accounting: Accounting = { lines: count.lines, ...reader.end() }
  return { accounting, bytes: count.bytes, sha256: hash.digest('hex') }
}

/** Plain lines as bytes, the odd ones through the reader, all of them in the file's order. */
function readChunk(chunk: LineChunk, reader: RecordReader, lines: PlainLines, stream: RecordStream): void {
  const bytes = stream.plain ? chunk.plain() : undefined
  if (!bytes) {
    reader.read(chunk)
    return
  }
  for (let at = 0, index = 0; at <= bytes.length; index++) {
    const next = reader.isPlain ? lines.split(bytes, at) : -1
    if (next >= 0) {
      const { row, line } = reader.takePlain()
      stream.plain!(lines.cells, row, line)
      at = next
    } else {
      const end = lines.endOf(bytes, at)
      reader.readOne(chunk, index, end === bytes.length)
      at = end + 1
    }
  }
}

async function hashFile(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { bytes, sha256: hash.digest('hex') }
}

function brokenAccounting(file: string, a: Accounting): Error {
  const accounted = a.headerLines + a.blankLines + a.records + a.continuationLines + a.quarantined
  return readRefusals.accountingBroken({ file, lines: a.lines, accounted })
}
