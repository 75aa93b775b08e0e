import { type FileHandle, open } from 'node:fs/promises'
import { isShapedLikeNir } from '../identity/index.ts'
import { canIdentify, chooseColumns } from './choose-columns.ts'
import type { ColumnMapping } from './column-mapping.ts'
import { detectDateFormat } from './detect-columns.ts'
import { detectDelimited } from './detect-delimited.ts'
import { detectEncoding } from './detect-encoding.ts'
import { detectForeignType } from './detect-type.ts'
import { looksOpaque } from './look-of-cells.ts'
import type { ColumnMap, Encoding, Kind, Layout, ListRole } from './model.ts'
import { readRefusals } from './refusals.ts'
import type { TableFound } from './table-found.ts'

export interface LayoutFound {
  readonly layout: Layout
  /** The first records, as text. Real people: never log them. */
  readonly sample: readonly (readonly string[])[]
}

/**
 * Looks at a file's beginning to tell how to read it. Throws a refusal of `readRefusals` for what is no delimited text,
 * workbook or Parquet file, is empty, has no record, or no column that can tell who a person is.
 * @param file how refusals name the file; its base name by default
 * @param options mustIdentify: false lets a file through whose columns nobody recognised yet
 */
export async function detectLayout(
  path: string,
  role: ListRole,
  mapping: ColumnMapping = {},
  file: string = path,
  { mustIdentify = true }: { mustIdentify?: boolean } = {},
): Promise<LayoutFound> {
  const table = await detectTable(path, role, mapping, file)
  const { sample, date1904, ...form } = table
  const { columns, reasons, dateFormat } = chooseColumns(table, mapping[role], file)
  if (mustIdentify && !canIdentify(columns))
    throw readRefusals.missingColumns({ file, headers: table.headers })
  const dates = sample.map((row) => row[columns.birth_date ?? -1] ?? '').filter((cell) => cell !== '')
  const detected = detectDateFormat(dates)
  const layout: Layout = {
    ...form,
    columns,
    reasons,
    dateFormat: dateFormat ?? (date1904 && detected === 'excel1900' ? 'excel1904' : detected),
    nationalIdKind: mapping.national_id_kind ?? (isOpaque(columns, sample) ? 'opaque' : 'nir'),
  }
  return { layout, sample }
}

function isOpaque(columns: ColumnMap, sample: TableFound['sample']): boolean {
  return looksOpaque(cellsOf(sample, columns.national_id), isShapedLikeNir) === true
}

function cellsOf(sample: TableFound['sample'], column: number | undefined): string[] {
  return column === undefined ? [] : sample.map((row) => row[column] ?? '')
}

/**
 * Which kind of national identifier two lists share, where nobody said: a NIR, unless the one that has identifiers to show has
 * others. They are compared, so that both must be read the same way.
 */
export function sharedNationalIdKind(own: LayoutFound, lost: LayoutFound): 'nir' | 'opaque' {
  const looks = [own, lost].map(({ layout, sample }) =>
    looksOpaque(cellsOf(sample, layout.columns.national_id), isShapedLikeNir),
  )
  return looks.includes(true) && !looks.includes(false) ? 'opaque' : 'nir'
}

/** The form of a file, whatever it comes in: a list, or rows to put into one. */
export async function detectTable(
  path: string,
  role: ListRole,
  mapping: ColumnMapping,
  file: string,
): Promise<TableFound> {
  const form = await openAndDetect(path, file)
  const said = mapping[role]
  if (form.kind === 'xlsx') {
    const { findSheet } = await import('./xlsx/find-sheet.ts')
    return findSheet(path, role, said, file)
  }
  if (form.kind === 'parquet') {
    const { lookAtParquet } = await import('./parquet/read-parquet.ts')
    return lookAtParquet(path, file)
  }
  return detectDelimited(path, form.encoding, said, file)
}

async function openAndDetect(path: string, file: string): Promise<{ kind: Kind; encoding: Encoding }> {
  const handle = await open(path, 'r').catch(() => {
    throw readRefusals.fileMissing({ file })
  })
  try {
    return await formOf(handle, file)
  } finally {
    await handle.close()
  }
}

async function formOf(handle: FileHandle, file: string): Promise<{ kind: Kind; encoding: Encoding }> {
  const stat = await handle.stat()
  if (stat.isDirectory()) throw readRefusals.fileIsFolder({ file })
  if (!stat.isFile()) throw readRefusals.fileMissing({ file })
  if (stat.size === 0) throw readRefusals.emptyFile({ file })
  const head = Buffer.alloc(4096)
  const { bytesRead } = await handle.read(head, 0, head.length, 0)
  const kind = detectForeignType(head.subarray(0, bytesRead))
  if (kind === 'archive') return { kind: 'xlsx', encoding: 'utf-8' }
  if (kind === 'parquet') return { kind, encoding: 'utf-8' }
  if (kind) throw readRefusals.wrongType({ file, kind })
  const encoding = await detectEncoding(handle, stat.size)
  if (!encoding) throw readRefusals.unknownEncoding({ file, line: 1 })
  if (!encoding.startsWith('utf-16') && looksBinary(head.subarray(0, bytesRead))) {
    throw readRefusals.wrongType({ file, kind: 'binary' })
  }
  return { kind: 'delimited', encoding }
}

function looksBinary(head: Buffer): boolean {
  let controls = 0
  let separators = 0
  for (const byte of head) {
    // Some exports part their columns by these two.
    if (byte === 1 || byte === 31) separators++
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++
  }
  return controls > head.length * 0.05 || separators > head.length * 0.5
}
