import type { ListRole, QuarantinedLine } from '../read/index.ts'
import { parquetFile } from './parquet-file.ts'
import { NumberColumn, TextColumn } from './work-columns.ts'

const ROWS = 4096
const BYTES = 1 << 25

/** Gathers quarantined lines as parts of a work file; the columns are those of the table `quarantine`. */
export class QuarantineRows {
  readonly #role: ListRole
  readonly #file = new TextColumn('file')
  readonly #row = new NumberColumn('row', 'integer', ROWS)
  readonly #line = new NumberColumn('line', 'double', ROWS)
  readonly #column = new NumberColumn('col', 'integer', ROWS)
  readonly #reason = new TextColumn('reason')
  readonly #bytes = new TextColumn('bytes_base64')
  #rows = 0
  #size = 0

  constructor(role: ListRole) {
    this.#role = role
  }

  get rows(): number {
    return this.#rows
  }

  get isFull(): boolean {
    return this.#rows === ROWS || this.#size > BYTES
  }

  add({ row, line, column, reason, bytes }: QuarantinedLine): void {
    this.#file.addText(this.#role)
    this.#row.add(row)
    this.#line.add(line)
    this.#column.add(column)
    this.#reason.addText(reason)
    this.#bytes.addText(bytes.toString('base64'))
    this.#rows++
    this.#size += bytes.length
  }

  take(): Uint8Array[] {
    const columns = [this.#file, this.#row, this.#line, this.#column, this.#reason, this.#bytes]
    const file = parquetFile(
      columns.map((column) => column.take()),
      this.#rows,
    )
    this.#rows = 0
    this.#size = 0
    return file
  }
}
