import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { type DateFormat, dateFormats } from '../identity/index.ts'
import { headerKey } from './columns.ts'
import { type ColumnMap, type Field, fields } from './model.ts'
import { readRefusals } from './refusals.ts'

const column = z.strictObject({ column: z.string().min(1), format: z.enum(dateFormats).optional() })
const side = z.partialRecord(z.enum(fields), column)
const shape = z.strictObject({
  register: side.optional(),
  exposed: side.optional(),
  national_id_kind: z.enum(['nir', 'opaque']).optional(),
})

/** `--columns FILE.json`: which column holds which field, said rather than found. A list left out is still detected. */
export type ColumnMapping = z.infer<typeof shape>
export type SideMapping = z.infer<typeof side>

/** Reads and checks a columns file. Throws `read.badColumnsFile`, `read.fileMissing`. */
export async function readColumnMapping(file: string): Promise<ColumnMapping> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw readRefusals.fileMissing({ file })
  })
  return parseColumnMapping(text, file)
}

/** The mapping of a JSON text; `file` names it in refusals. */
export function parseColumnMapping(text: string, file: string): ColumnMapping {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    throw readRefusals.badColumnsFile({ file, where: 'JSON', problem: (error as Error).message })
  }
  const parsed = shape.safeParse(json)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  throw readRefusals.badColumnsFile({ file, where: issue.path.join('.') || 'JSON', problem: issue.message })
}

/** Finds the mapped columns among a file's headers: same text, or same word once case and accents are set aside. */
export function applyMapping(
  mapping: SideMapping,
  headers: readonly string[],
  file: string,
): { columns: ColumnMap; dateFormat: DateFormat | undefined } {
  const columns: ColumnMap = {}
  for (const [field, { column }] of Object.entries(mapping) as [Field, { column: string }][]) {
    const exact = headers.indexOf(column)
    const index = exact >= 0 ? exact : headers.findIndex((header) => headerKey(header) === headerKey(column))
    if (index < 0) throw readRefusals.unknownColumn({ file, field, column, headers })
    columns[field] = index
  }
  return { columns, dateFormat: mapping.birth_date?.format }
}
