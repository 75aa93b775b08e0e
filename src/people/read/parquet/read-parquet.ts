import { Refusal } from '../../../platform/refusal.ts'
import type { Accounting, Layout, QuarantineReason } from '../model.ts'
import type { RecordStream } from '../read-records.ts'
import { readRefusals } from '../refusals.ts'
import { SAMPLE_ROWS, type TableFound } from '../table-found.ts'
import { type ParquetFile, withParquet } from './store.ts'

/** The columns of a Parquet file and its first rows. Throws `read.damagedParquet`, `read.emptyFile`, `read.noRecord`. */
export function lookAtParquet(path: string, file: string): Promise<TableFound> {
  return opened(path, file, undefined, async (parquet) => {
    const sample: string[][] = []
    for await (const rows of parquet.rows(SAMPLE_ROWS)) {
      for (const row of rows) sample.push(textsOf(row, parquet.names.length))
    }
    if (sample.length === 0) throw readRefusals.noRecord({ file })
    return {
      kind: 'parquet',
      encoding: 'utf-8',
      separator: '',
      lineEnd: '\n',
      headers: parquet.names,
      hasHeader: true,
      sample,
    }
  })
}

/**
 * Reads a Parquet file in bounded memory, every value as text. Row accounting: the rows that its footer declares are
 * blank, records or quarantined.
 */
export function readRows(
  path: string,
  layout: Layout,
  stream: RecordStream,
  options: { file: string; signal?: AbortSignal | undefined },
): Promise<Accounting> {
  return opened(path, options.file, options.signal, async (parquet) => {
    const reader = new ParquetReader(layout.headers.length, stream)
    for await (const rows of parquet.rows()) {
      options.signal?.throwIfAborted()
      for (const row of rows) reader.take(row)
      const bytes = Math.floor((parquet.bytes * reader.line) / Math.max(1, parquet.declared))
      await stream.between?.({ bytes, rows: reader.rows })
    }
    return reader.account(parquet.declared)
  })
}

class ParquetReader {
  line = 0
  rows = 0
  readonly #width: number
  readonly #stream: RecordStream
  readonly #counts = { blankLines: 0, records: 0, quarantined: 0 }
  readonly #reasons: Partial<Record<QuarantineReason, number>> = {}

  constructor(width: number, stream: RecordStream) {
    this.#width = width
    this.#stream = stream
  }

  take(row: readonly (string | number | null)[]): void {
    const { line } = this
    this.line++
    const broken = Number(row[this.#width])
    const texts = textsOf(row, this.#width)
    if (broken > 0) this.#quarantine(texts, line + 1, broken)
    else if (texts.every((text) => text.trim() === '')) this.#counts.blankLines++
    else {
      this.#counts.records++
      this.#stream.record(texts, ++this.rows, line + 1)
    }
  }

  account(lines: number): Accounting {
    const quarantinedByReason = this.#reasons
    return { lines, headerLines: 0, continuationLines: 0, ...this.#counts, quarantinedByReason }
  }

  #quarantine(texts: readonly string[], line: number, column: number): void {
    const reason = 'undecodable_bytes'
    this.#counts.quarantined++
    this.#reasons[reason] = this.#counts.quarantined
    const bytes = Buffer.from(JSON.stringify(texts))
    this.#stream.quarantined({ row: ++this.rows, line, column, reason, bytes })
  }
}

/** A control character, a line end too, becomes a space: a cell is one line. */
function textsOf(row: readonly (string | number | null)[], width: number): string[] {
  return row
    .slice(0, width)
    .map((cell) => (cell === null ? '' : String(cell).replace(/\p{Cc}/gu, (c) => (c < ' ' ? ' ' : c))))
}

/** DuckDB's own words on a file quote its content: they are not passed on. */
async function opened<T>(
  path: string,
  file: string,
  signal: AbortSignal | undefined,
  work: (parquet: ParquetFile) => Promise<T>,
): Promise<T> {
  try {
    return await withParquet(path, work)
  } catch (error) {
    signal?.throwIfAborted()
    if (error instanceof Refusal || !isOfDuckDb(error)) throw error
    throw readRefusals.damagedParquet({ file })
  }
}

function isOfDuckDb(error: unknown): boolean {
  return error instanceof Error && /^[A-Z][\w -]+ Error: /.test(error.message)
}
