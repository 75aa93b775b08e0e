import { canIdentify, chooseColumns } from '../choose-columns.ts'
import { columnNamed, type SideMapping, saidColumns } from '../column-mapping.ts'
import { fieldOfHeader } from '../columns.ts'
import { looksLikeRecord } from '../detect-columns.ts'
import type { ListRole } from '../model.ts'
import { readRefusals } from '../refusals.ts'
import { namelessHeaders, SAMPLE_ROWS, type TableFound } from '../table-found.ts'
import { Archive } from './archive.ts'
import { asRefusal } from './as-refusal.ts'
import { RowCells } from './row-cells.ts'
import { MAX_COLUMNS, SheetRows } from './sheet-rows.ts'
import { kindOfArchive, readWorkbook, type Sheet, type Workbook } from './workbook.ts'

/** Titles may stand above the header: so many rows are searched for it. */
const HEADER_WITHIN = 20
/** Texts of the first rows of a wide sheet. */
const FIRST_TEXTS = 50_000

interface SampleRow {
  readonly number: number
  readonly cells: readonly string[]
}

/**
 * The sheet of a workbook that holds the list, and the row of its header. The one that is said; else the only visible
 * one whose columns can tell who a person is; hidden ones come last.
 */
export async function findSheet(
  path: string,
  role: ListRole,
  said: SideMapping | undefined,
  file: string,
): Promise<TableFound> {
  try {
    const archive = await Archive.open(path)
    try {
      const kind = kindOfArchive(archive)
      if (kind !== 'xlsx') throw readRefusals.wrongType({ file, kind })
      return await look(archive, role, said, file)
    } finally {
      archive.close()
    }
  } catch (error) {
    throw asRefusal(error, file)
  }
}

/** With the first shared texts, which the first rows nearly always use; with all of them where a row asks for another. */
async function look(
  archive: Archive,
  role: ListRole,
  said: SideMapping | undefined,
  file: string,
): Promise<TableFound> {
  const first = await readWorkbook(archive, FIRST_TEXTS)
  const found = await choose(first, role, said, file).catch((error: Error) => error)
  if (first.strings.wasShort) return choose(await readWorkbook(archive), role, said, file)
  if (found instanceof Error) throw found
  return found
}

async function choose(
  workbook: Workbook,
  role: ListRole,
  said: SideMapping | undefined,
  file: string,
): Promise<TableFound> {
  const { sheets } = workbook
  if (said?.sheet !== undefined) {
    const sheet = sheets.find(({ name }) => name === said.sheet)
    if (!sheet)
      throw readRefusals.unknownSheet({ file, sheet: said.sheet, sheets: sheets.map(({ name }) => name) })
    return tableOf(workbook, sheet, await sampleRows(workbook, sheet), said, file)
  }
  let first: TableFound | undefined
  for (const hidden of [false, true]) {
    const fitting: TableFound[] = []
    for (const sheet of sheets.filter((one) => one.hidden === hidden)) {
      const rows = await sampleRows(workbook, sheet)
      if (rows.length === 0) continue
      const table = layTable(workbook, sheet, rows, said)
      first ??= table
      if (fits(table, said, file)) fitting.push(table)
    }
    if (fitting.length > 1) {
      throw readRefusals.severalSheets({ file, role, sheets: fitting.map(({ sheet }) => sheet!) })
    }
    if (fitting[0]) return withRecords(fitting[0], file)
  }
  if (!first) throw readRefusals.emptyFile({ file })
  return withRecords(first, file)
}

function tableOf(
  workbook: Workbook,
  sheet: Sheet,
  rows: readonly SampleRow[],
  said: SideMapping | undefined,
  file: string,
): TableFound {
  if (rows.length === 0) throw readRefusals.emptyFile({ file })
  return withRecords(layTable(workbook, sheet, rows, said), file)
}

function withRecords(table: TableFound, file: string): TableFound {
  if (table.sample.length === 0) throw readRefusals.noRecord({ file })
  return table
}

function fits(table: TableFound, said: SideMapping | undefined, file: string): boolean {
  const asked = saidColumns(said)
  if (asked.length > 0) return asked.every(([, { column }]) => columnNamed(column, table.headers) >= 0)
  return canIdentify(chooseColumns(table, undefined, file).columns)
}

function layTable(
  workbook: Workbook,
  sheet: Sheet,
  rows: readonly SampleRow[],
  said: SideMapping | undefined,
): TableFound {
  const header = headerOf(rows, said)
  const records = rows.filter(({ number }) => number > (header?.number ?? 0))
  const width = header
    ? lastFull(header.cells) + 1
    : Math.max(...records.map(({ cells }) => lastFull(cells) + 1))
  const nameless = namelessHeaders(width)
  const headers = header
    ? nameless.map((name, column) => header.cells[column]?.replace(/\s+/g, ' ').trim() || name)
    : nameless
  return {
    kind: 'xlsx',
    encoding: 'utf-8',
    separator: '',
    lineEnd: '\n',
    sheet: sheet.name,
    headerRow: header?.number ?? 0,
    headers,
    hasHeader: header !== undefined,
    sample: records.map(({ cells }) => nameless.map((_, column) => cells[column] ?? '')),
    date1904: workbook.date1904,
  }
}

/** The row whose cells name most fields, or those that are said; the first row unless it holds a record. */
function headerOf(rows: readonly SampleRow[], said: SideMapping | undefined): SampleRow | undefined {
  const asked = saidColumns(said)
  const scoreOf = ({ cells }: SampleRow) =>
    asked.length > 0
      ? asked.filter(([, { column }]) => columnNamed(column, cells) >= 0).length
      : new Set(cells.map(fieldOfHeader).filter((field) => field !== undefined)).size
  let best: { row: SampleRow; score: number } | undefined
  for (const row of rows.slice(0, HEADER_WITHIN)) {
    const score = scoreOf(row)
    if (score > (best?.score ?? 0)) best = { row, score }
  }
  return best?.row ?? (looksLikeRecord(rows[0]!.cells) ? undefined : rows[0])
}

function lastFull(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '')
}

/** The first rows of a sheet that are not blank. */
async function sampleRows(workbook: Workbook, sheet: Sheet): Promise<SampleRow[]> {
  const rows: SampleRow[] = []
  let reader: { cells: RowCells; width: number } | undefined
  const scanner = new SheetRows(sheet.part, (row) => {
    if (rows.length > SAMPLE_ROWS) return
    const width = Math.min(MAX_COLUMNS, (row.columns[row.count - 1] ?? 0) + 1)
    if (!reader || reader.width < width)
      reader = { cells: new RowCells(workbook, sheet.part, width, []), width }
    reader.cells.take(row)
    if (!reader.cells.isBlank) rows.push({ number: row.number, cells: reader.cells.texts() })
  })
  for await (const chunk of workbook.archive.stream(sheet.part)) {
    scanner.push(chunk)
    if (rows.length > SAMPLE_ROWS) break
  }
  return rows
}
