import type { Accounting, Layout, QuarantineReason } from '../model.ts'
import type { RecordStream } from '../read-records.ts'
import { Archive } from './archive.ts'
import { asRefusal } from './as-refusal.ts'
import { BrokenFile } from './broken-file.ts'
import { RowCells, type RowProblem } from './row-cells.ts'
import { type RawRow, SheetRows } from './sheet-rows.ts'
import { readWorkbook, type Sheet, type Workbook } from './workbook.ts'

/** Of a row in quarantine, as much is kept of its XML. */
const KEPT_OF_ROW = 1 << 16

/**
 * Reads the rows of the layout's sheet in bounded memory. Row accounting: the rows of the sheet, up to the last one
 * that has an element, are header (titles above it included), blank (rows that the file leaves out included), records
 * or quarantined.
 */
export async function readRows(
  path: string,
  layout: Layout,
  stream: RecordStream,
  options: { file: string; signal?: AbortSignal | undefined },
): Promise<Accounting> {
  const archive = await Archive.open(path).catch((error) => {
    throw asRefusal(error, options.file)
  })
  try {
    const workbook = await readWorkbook(archive)
    const sheet = workbook.sheets.find(({ name }) => name === layout.sheet)
    if (!sheet) throw new BrokenFile('missing_part', layout.sheet ?? '')
    return await readSheet(workbook, sheet, layout, stream, options.signal)
  } catch (error) {
    throw asRefusal(error, options.file)
  } finally {
    archive.close()
  }
}

async function readSheet(
  workbook: Workbook,
  sheet: Sheet,
  layout: Layout,
  stream: RecordStream,
  signal: AbortSignal | undefined,
): Promise<Accounting> {
  const reader = new SheetReader(workbook, sheet, layout, stream)
  const rows = new SheetRows(sheet.part, (row) => reader.take(row))
  for await (const chunk of workbook.archive.stream(sheet.part)) {
    signal?.throwIfAborted()
    rows.push(chunk)
    await stream.between?.({ bytes: workbook.archive.consumed, rows: reader.rows })
  }
  rows.end()
  return reader.account(rows.row.number, rows.elements)
}

class SheetReader {
  rows = 0
  readonly #cells: RowCells
  readonly #headerRow: number
  readonly #stream: RecordStream
  readonly #counts = { headerLines: 0, blankLines: 0, records: 0, quarantined: 0 }
  readonly #reasons: Partial<Record<QuarantineReason, number>> = {}

  constructor(workbook: Workbook, sheet: Sheet, layout: Layout, stream: RecordStream) {
    this.#cells = new RowCells(workbook, sheet.part, layout.headers.length, Object.values(layout.columns))
    this.#headerRow = layout.headerRow ?? 0
    this.#stream = stream
  }

  take(row: RawRow): void {
    const problem = this.#cells.take(row)
    if (this.#cells.isBlank) this.#counts.blankLines++
    else if (row.number <= this.#headerRow) this.#counts.headerLines++
    else if (problem) this.#quarantine(row, problem)
    else this.#emit(row.number)
  }

  /** Rows that the file leaves out are blank; elements and numbers must tell the same. */
  account(lastRow: number, elements: number): Accounting {
    const { blankLines, ...counts } = this.#counts
    return {
      lines: lastRow,
      ...counts,
      blankLines: blankLines + lastRow - elements,
      continuationLines: 0,
      quarantinedByReason: this.#reasons,
    }
  }

  #emit(line: number): void {
    this.#counts.records++
    this.rows++
    if (this.#stream.plain) this.#stream.plain(this.#cells.cells, this.rows, line)
    else this.#stream.record(this.#cells.texts(), this.rows, line)
  }

  #quarantine(row: RawRow, { reason, column }: RowProblem): void {
    this.#counts.quarantined++
    this.rows++
    this.#reasons[reason] = (this.#reasons[reason] ?? 0) + 1
    const bytes = Buffer.from(row.bytes.subarray(row.start, Math.min(row.end, row.start + KEPT_OF_ROW)))
    this.#stream.quarantined({ row: this.rows, line: row.number, column, reason, bytes })
  }
}
