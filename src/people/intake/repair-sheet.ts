import { csvCell } from '../../platform/csv-cell.ts'
import type { DataFolder } from '../../platform/data-folder.ts'
import { linesAside, textOf } from './read-quarantine.ts'
import type { QuarantinedList } from './store-quarantine.ts'

/**
 * A sheet to mend lines in, as `--repaired` reads it back: the number of each row, the columns in use, empty, and beside them
 * why and what the line holds. UTF-8 with its mark and semicolons, so that a French spreadsheet opens it in columns.
 */
export async function* repairSheet(home: DataFolder, list: QuarantinedList): AsyncIterable<string> {
  const columns = [...new Set(Object.values(list.columns))]
  const number = columns.some((column) => column.toLowerCase() === 'row') ? 'exposed_row' : 'row'
  yield `\ufeff${line([number, ...columns, 'tocsin_line', 'tocsin_reason', 'tocsin_text'])}`
  for await (const aside of linesAside(home, list)) {
    const text = textOf(aside.bytes, list.encoding).replace(/[\r\n\0]+/g, ' ')
    yield line([String(aside.row), ...columns.map(() => ''), String(aside.line), aside.reason, text])
  }
}

const line = (cells: readonly string[]) => `${cells.map((cell) => csvCell(cell)).join(';')}\r\n`
