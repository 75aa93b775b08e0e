import { type FileHandle, open } from 'node:fs/promises'
import { applyMapping, type ColumnMapping } from './column-mapping.ts'
import { detectColumns, detectDateFormat, looksLikeRecord } from './detect-columns.ts'
import { detectEncoding } from './detect-encoding.ts'
import { detectForeignType } from './detect-type.ts'
import { LINE_LIMIT, type LineChunk, lineChunks } from './line-chunks.ts'
import {
  type ColumnMap,
  type Encoding,
  type Layout,
  type ListRole,
  type Separator,
  separators,
} from './model.ts'
import { RecordReader } from './record-reader.ts'
import { readRefusals } from './refusals.ts'
import { splitQuoted } from './split-quoted.ts'

const SAMPLE_ROWS = 2000

export interface LayoutFound {
  readonly layout: Layout
  /** The first records, as text. Real people: never log them. */
  readonly sample: readonly (readonly string[])[]
}

/**
 * Looks at a file's beginning to tell how to read it. Throws a refusal of `readRefusals` for what is no delimited text,
 * is empty, has no record, or no column that can tell who a person is.
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
  const encoding = await openAndDetect(path, file)
  const lineEnd = await detectLineEnd(path, encoding)
  const lines = await firstLines(path, encoding, lineEnd, file)
  const header = lines.find((line) => line.trim() !== '')
  if (header === undefined) throw readRefusals.emptyFile({ file })
  const separator = detectSeparator(lines)
  const first = headerFields(lines, separator)
  const hasHeader = !looksLikeRecord(first)
  const headers = hasHeader
    ? first.map((cell) => cell.trim())
    : first.map((_, index) => `column ${index + 1}`)
  const sample = sampleRecords(lines, { separator, width: headers.length, hasHeader })
  if (sample.length === 0 && lines.filter((line) => line.trim() !== '').length <= 1)
    throw readRefusals.noRecord({ file })
  const said = mapping[role]
  const found = said
    ? applyMapping(said, headers, file)
    : { columns: detectColumns(headers, sample), dateFormat: undefined }
  if (mustIdentify && !canIdentify(found.columns)) throw readRefusals.missingColumns({ file, headers })
  const dates = sample.map((row) => row[found.columns.birth_date ?? -1] ?? '').filter((cell) => cell !== '')
  const layout: Layout = {
    encoding,
    separator,
    lineEnd,
    headers,
    hasHeader,
    columns: found.columns,
    dateFormat: found.dateFormat ?? detectDateFormat(dates),
    nationalIdKind: mapping.national_id_kind ?? 'nir',
  }
  return { layout, sample }
}

/** Some identity is possible: a national identifier, a name with a date, or a member number with a first name. */
export function canIdentify(columns: ColumnMap): boolean {
  const has = (field: keyof ColumnMap) => columns[field] !== undefined
  const named = has('first_names') || has('surname') || has('usage_name')
  return (
    has('national_id') ||
    (named && (has('birth_date') || has('member_number'))) ||
    (has('member_number') && has('birth_date'))
  )
}

async function openAndDetect(path: string, file: string): Promise<Encoding> {
  const handle = await open(path, 'r').catch(() => {
    throw readRefusals.fileMissing({ file })
  })
  try {
    return await encodingOf(handle, file)
  } finally {
    await handle.close()
  }
}

async function encodingOf(handle: FileHandle, file: string): Promise<Encoding> {
  const stat = await handle.stat()
  if (!stat.isFile()) throw readRefusals.fileMissing({ file })
  if (stat.size === 0) throw readRefusals.emptyFile({ file })
  const head = Buffer.alloc(4096)
  const { bytesRead } = await handle.read(head, 0, head.length, 0)
  const kind = detectForeignType(head.subarray(0, bytesRead))
  if (kind) throw readRefusals.wrongType({ file, kind })
  const encoding = await detectEncoding(handle, stat.size)
  if (!encoding) throw readRefusals.unknownEncoding({ file, line: 1 })
  if (!encoding.startsWith('utf-16') && looksBinary(head.subarray(0, bytesRead))) {
    throw readRefusals.wrongType({ file, kind: 'binary' })
  }
  return encoding
}

function looksBinary(head: Buffer): boolean {
  let controls = 0
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++
  return controls > head.length * 0.05
}

async function detectLineEnd(path: string, encoding: Encoding): Promise<'\n' | '\r'> {
  for await (const chunk of lineChunks(path, encoding, '\n', { bytes: 0, lines: 0 })) {
    const single = chunk.texts.length === 1 && (chunk.endsOpen || chunk.overlong)
    const text = chunk.overlong ? chunk.bytesOf(0).toString('latin1') : chunk.texts[0]!
    return single && text.replace(/\r\0?$/, '').includes('\r') ? '\r' : '\n'
  }
  return '\n'
}

/** The first lines that are text; a header over the limit is refused. */
async function firstLines(
  path: string,
  encoding: Encoding,
  lineEnd: '\n' | '\r',
  file: string,
): Promise<string[]> {
  const lines: string[] = []
  for await (const chunk of lineChunks(path, encoding, lineEnd, { bytes: 0, lines: 0 })) {
    if (chunk.overlong && lines.length === 0) throw readRefusals.headerTooLong({ file })
    for (const text of chunk.texts) lines.push(text.endsWith('\r') ? text.slice(0, -1) : text)
    if (lines.length > SAMPLE_ROWS) break
  }
  if (lines[0] !== undefined && lines[0].length > LINE_LIMIT) throw readRefusals.headerTooLong({ file })
  return lines.slice(0, SAMPLE_ROWS + 1)
}

/** The separator that gives the first line most columns and the following lines as many. */
function detectSeparator(lines: readonly string[]): Separator {
  const full = lines.filter((line) => line.trim() !== '').slice(0, 50)
  let best: { separator: Separator; score: number } = { separator: ';', score: -1 }
  for (const separator of separators) {
    const width = widthOf(full[0]!, separator)
    const same = full.filter((line) => widthOf(line, separator) === width).length
    const score = width === 1 ? 0 : width + (100 * same) / full.length
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

function widthOf(line: string, separator: string): number {
  if (!line.includes('"')) return line.split(separator).length
  const found = splitQuoted(line, separator)
  return found.kind === 'record' ? found.fields.length : 0
}

/** The header may run over several lines when a quoted name holds a line break. */
function headerFields(lines: readonly string[], separator: string): string[] {
  const start = lines.findIndex((line) => line.trim() !== '')
  for (let taken = 1; taken <= 8; taken++) {
    const found = splitQuoted(lines.slice(start, start + taken).join('\n'), separator)
    if (found.kind === 'record') return found.fields.map((cell) => cell.replace(/\s+/g, ' '))
  }
  return lines[start]!.split(separator)
}

function sampleRecords(
  lines: readonly string[],
  shape: { separator: string; width: number; hasHeader: boolean },
): string[][] {
  const records: string[][] = []
  const reader = new RecordReader(shape, {
    record: (fields) => records.push(fields),
    quarantined: () => undefined,
  })
  reader.read(plainChunk(lines))
  return records
}

function plainChunk(texts: readonly string[]): LineChunk {
  return {
    texts,
    suspect: false,
    endsOpen: false,
    overlong: false,
    problemOf: () => undefined,
    textOf: (index) => texts[index]!,
    plain: () => undefined,
    bytesOf: (index) => Buffer.from(texts[index]!),
  }
}
