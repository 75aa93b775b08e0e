import type { SideMapping } from './column-mapping.ts'
import { looksLikeRecord } from './detect-columns.ts'
import { detectSeparator, hasSpaceAfter } from './detect-separator.ts'
import { findHeader } from './find-header.ts'
import { LINE_LIMIT, type LineChunk, lineChunks } from './line-chunks.ts'
import type { Encoding } from './model.ts'
import { RecordReader } from './record-reader.ts'
import { readRefusals } from './refusals.ts'
import { splitQuoted } from './split-quoted.ts'
import { namelessHeaders, SAMPLE_ROWS, type TableFound } from './table-found.ts'

/** How a file of delimited text is laid out. Throws `read.emptyFile`, `read.noRecord`, `read.headerTooLong`. */
export async function detectDelimited(
  path: string,
  encoding: Encoding,
  said: SideMapping | undefined,
  file: string,
): Promise<TableFound> {
  const lineEnd = await detectLineEnd(path, encoding)
  const all = await firstLines(path, encoding, lineEnd, file)
  if (all.every((line) => line.trim() === '')) throw readRefusals.emptyFile({ file })
  const place = findHeader(all, said)
  const lines = all.slice(place.start)
  const separator = said?.separator ?? place.separator ?? detectSeparator(lines)
  const isPadded = hasSpaceAfter(separator, lines)
  const first = headerFields(lines, separator, isPadded)
  const hasHeader = !looksLikeRecord(first)
  const headers = hasHeader ? first.map((cell) => cell.trim()) : namelessHeaders(first.length)
  const shape = { separator, isPadded, width: headers.length, hasHeader }
  const sample = sampleRecords(lines, shape)
  if (sample.length === 0 && lines.filter((line) => line.trim() !== '').length <= 1)
    throw readRefusals.noRecord({ file })
  const headerLines = place.titles + (hasHeader ? 1 : 0)
  return {
    kind: 'delimited',
    encoding,
    separator,
    lineEnd,
    isPadded,
    headers,
    hasHeader,
    headerLines,
    sample,
  }
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

/** The header may run over several lines when a quoted name holds a line break. */
function headerFields(lines: readonly string[], separator: string, isPadded: boolean): string[] {
  const start = lines.findIndex((line) => line.trim() !== '')
  for (let taken = 1; taken <= 8; taken++) {
    const found = splitQuoted(lines.slice(start, start + taken).join('\n'), separator, isPadded)
    if (found.kind === 'record') return found.fields.map((cell) => cell.replace(/\s+/g, ' '))
  }
  return lines[start]!.split(separator)
}

function sampleRecords(
  lines: readonly string[],
  shape: { separator: string; isPadded: boolean; width: number; hasHeader: boolean },
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
