import { type ByteCount, lineChunks } from './line-chunks.ts'
import type { Layout } from './model.ts'
import { RecordReader } from './record-reader.ts'

/**
 * The cells of one record of a delimited file given as bytes, for a file that is kept encrypted: reading stops at the
 * record, and nothing is written in clear. Undefined when that row is quarantined or past the end.
 * @param row 1-based number among the data rows, as `readRecords` counts them
 */
export async function findRecord(
  source: AsyncIterable<Buffer>,
  layout: Layout,
  row: number,
): Promise<readonly string[] | undefined> {
  let found: readonly string[] | undefined
  const sink = {
    record: (cells: string[], at: number) => {
      if (at === row) found = [...cells]
    },
    quarantined: () => undefined,
  }
  const reader = new RecordReader({ ...layout, width: layout.headers.length }, sink)
  const count: ByteCount = { bytes: 0, lines: 0 }
  for await (const chunk of lineChunks(source, layout.encoding, layout.lineEnd, count)) {
    reader.read(chunk)
    if (found || reader.rows >= row) break
  }
  if (!found && reader.rows < row) reader.end()
  return found
}
