import { LINE_LIMIT, type LineChunk } from './line-chunks.ts'
import type { Accounting, QuarantinedLine, QuarantineReason } from './model.ts'
import { splitQuoted } from './split-quoted.ts'

/** A record over more physical lines than this is an unterminated quote. */
const CONTINUATION_LIMIT = 64

export interface RecordSink {
  /** One record: its fields as text, its 1-based number among the data rows, its first physical line. */
  record(fields: string[], row: number, line: number): void
  quarantined(line: QuarantinedLine): void
}

interface OpenLine {
  readonly text: string
  readonly line: number
  readonly column: number
  readonly bytes: Buffer
}

/**
 * Turns physical lines into records and accounts for each line. A quoted field may run over several lines; a quote that
 * never closes costs its own line only: reading starts again at the line after it.
 */
export class RecordReader {
  readonly #separator: string
  readonly #width: number
  readonly #isPadded: boolean
  readonly #sink: RecordSink
  #headerLeft: number
  #line = 0
  #row = 0
  #open: OpenLine[] = []
  readonly #taken = { row: 0, line: 0 }
  readonly #counts = { headerLines: 0, blankLines: 0, records: 0, continuationLines: 0, quarantined: 0 }
  readonly #reasons: Partial<Record<QuarantineReason, number>> = {}

  constructor(
    layout: {
      separator: string
      width: number
      hasHeader: boolean
      headerLines?: number | undefined
      isPadded?: boolean | undefined
    },
    sink: RecordSink,
  ) {
    this.#isPadded = layout.isPadded ?? false
    this.#separator = layout.separator
    this.#width = layout.width
    this.#headerLeft = layout.headerLines ?? (layout.hasHeader ? 1 : 0)
    this.#sink = sink
  }

  /** Data rows met so far, quarantined ones included. */
  get rows(): number {
    return this.#row
  }

  /** May a line of the right width, without a quote left open, be taken as it stands? */
  get isPlain(): boolean {
    return this.#headerLeft === 0 && this.#open.length === 0
  }

  /** Counts a record that someone else split; gives its row and its line. Only while `isPlain`. */
  takePlain(): { row: number; line: number } {
    this.#line++
    this.#row++
    this.#counts.records++
    this.#taken.row = this.#row
    this.#taken.line = this.#line
    return this.#taken
  }

  read(chunk: LineChunk): void {
    const { texts, suspect } = chunk
    const last = texts.length - 1
    for (let i = 0; i <= last; i++) this.#take(chunk, i, suspect, chunk.endsOpen && i === last)
  }

  /** Reads one line of a chunk. */
  readOne(chunk: LineChunk, index: number, isLast: boolean): void {
    this.#take(chunk, index, true, chunk.endsOpen && isLast)
  }

  #take(chunk: LineChunk, index: number, suspect: boolean, truncated: boolean): void {
    this.#line++
    const problem = suspect ? chunk.problemOf(index) : undefined
    if (problem) this.#reject(problem, chunk.bytesOf(index))
    else this.#readLine(chunk.textOf(index), chunk, index, truncated)
  }

  /** Call once after the last chunk. */
  end(): Omit<Accounting, 'lines'> {
    while (this.#open.length > 0) this.#resynchronise()
    return { ...this.#counts, quarantinedByReason: this.#reasons }
  }

  #readLine(raw: string, chunk: LineChunk, index: number, truncated: boolean): void {
    const text = raw.charCodeAt(raw.length - 1) === 13 ? raw.slice(0, -1) : raw
    if (this.#open.length === 0 && !text.includes('"')) {
      const fields = text.split(this.#separator)
      if (fields.length === this.#width && this.#headerLeft === 0 && text !== '')
        this.#emit(fields, this.#line, 0)
      else this.#readOdd(text, fields, () => chunk.bytesOf(index), truncated)
      return
    }
    this.#readQuoted(
      { text, line: this.#line, column: 0, bytes: Buffer.from(chunk.bytesOf(index)) },
      truncated,
    )
  }

  /** The header, a blank line, or a line with too few or too many columns. */
  #readOdd(text: string, fields: string[], bytes: () => Buffer, truncated: boolean): void {
    if (text.trim() === '') this.#counts.blankLines++
    else if (this.#headerLeft > 0) this.#takeHeader(0)
    else {
      const reason = truncated && fields.length < this.#width ? 'truncated_last_line' : 'wrong_column_count'
      this.#quarantine({
        line: this.#line,
        column: Math.min(fields.length, this.#width),
        reason,
        bytes: bytes(),
      })
    }
  }

  #readQuoted(current: OpenLine, truncated: boolean): void {
    if (this.#open.length === 0) {
      this.#startQuoted(current, truncated)
      return
    }
    this.#open.push(current)
    if (this.#looksWhole(current.text)) this.#resynchronise()
    else if (current.text.includes('"')) this.#tryToClose()
    else if (this.#isOpenTooLong()) this.#resynchronise()
  }

  #isOpenTooLong(): boolean {
    if (this.#open.length > CONTINUATION_LIMIT) return true
    return this.#open.reduce((sum, line) => sum + line.text.length, 0) > LINE_LIMIT
  }

  #startQuoted(current: OpenLine, truncated: boolean): void {
    const found = splitQuoted(current.text, this.#separator, this.#isPadded)
    if (found.kind === 'open') this.#open.push({ ...current, column: found.column })
    else if (found.kind === 'malformed')
      this.#quarantine({ ...current, column: found.column, reason: 'text_after_quote' })
    else if (this.#headerLeft > 0) this.#takeHeader(0)
    else if (found.fields.length === this.#width) this.#emit(found.fields, current.line, 0)
    else {
      const reason =
        truncated && found.fields.length < this.#width ? 'truncated_last_line' : 'wrong_column_count'
      this.#quarantine({ ...current, column: Math.min(found.fields.length, this.#width), reason })
    }
  }

  /** A line with as many columns as the file, inside an open quote, is a good row that the quote must not swallow. */
  #looksWhole(text: string): boolean {
    if (this.#width < 3 || text.includes('"')) return false
    return text.split(this.#separator).length === this.#width
  }

  #tryToClose(): void {
    const joined = this.#open.map((line) => line.text).join('\n')
    const found = splitQuoted(joined, this.#separator, this.#isPadded)
    if (found.kind === 'open') {
      if (this.#isOpenTooLong()) this.#resynchronise()
      return
    }
    const whole = found.kind === 'record' && (found.fields.length === this.#width || this.#headerLeft > 0)
    if (!whole) {
      this.#resynchronise()
      return
    }
    const [first, ...others] = this.#open
    this.#open = []
    if (this.#headerLeft > 0) this.#takeHeader(others.length)
    else this.#emit(found.fields, first!.line, others.length)
  }

  /** Gives up the first open line and reads the following ones afresh. */
  #resynchronise(): void {
    const [first, ...others] = this.#open
    this.#open = []
    this.#quarantine({ ...first!, reason: 'unterminated_quote' })
    for (const line of others) this.#readAgain(line)
  }

  #readAgain(line: OpenLine): void {
    if (this.#open.length > 0 || line.text.includes('"')) {
      this.#readQuoted({ ...line, column: 0 }, false)
      return
    }
    const fields = line.text.split(this.#separator)
    if (line.text.trim() === '') this.#counts.blankLines++
    else if (this.#headerLeft > 0) this.#takeHeader(0)
    else if (fields.length === this.#width) this.#emit(fields, line.line, 0)
    else
      this.#quarantine({
        ...line,
        column: Math.min(fields.length, this.#width),
        reason: 'wrong_column_count',
      })
  }

  /** Bytes that are no text break whatever quote was open: it cannot be closed across them. */
  #reject(reason: QuarantineReason, bytes: Buffer): void {
    while (this.#open.length > 0) this.#resynchronise()
    if (this.#headerLeft > 0) this.#takeHeader(0)
    else this.#quarantine({ line: this.#line, column: 0, reason, bytes: Buffer.from(bytes) })
  }

  #takeHeader(continuationLines: number): void {
    this.#headerLeft--
    this.#counts.headerLines += 1
    this.#counts.continuationLines += continuationLines
  }

  #emit(fields: string[], line: number, continuationLines: number): void {
    this.#row++
    this.#counts.records++
    this.#counts.continuationLines += continuationLines
    this.#sink.record(this.#isPadded ? fields.map((field) => field.trim()) : fields, this.#row, line)
  }

  #quarantine(at: { line: number; column: number; reason: QuarantineReason; bytes: Buffer }): void {
    this.#row++
    this.#counts.quarantined++
    this.#reasons[at.reason] = (this.#reasons[at.reason] ?? 0) + 1
    const { line, column, reason, bytes } = at
    this.#sink.quarantined({ row: this.#row, line, column, reason, bytes })
  }
}
