import { z } from 'zod'
import { dateFormats } from '../identity/index.ts'
import type { ColumnMapping } from './column-mapping.ts'
import { fields } from './model.ts'
import { type ColumnsProblem, readRefusals } from './refusals.ts'

const column = z.strictObject({ column: z.string().min(1), format: z.enum(dateFormats).optional() })
const side = z.strictObject({
  ...Object.fromEntries(fields.map((field) => [field, column.optional()])),
  sheet: z.string().min(1).optional(),
  separator: z.string().refine(isSeparator, 'one character, neither letter nor digit nor quote').optional(),
})
const shape = z.strictObject({
  register: side.optional(),
  exposed: side.optional(),
  national_id_kind: z.enum(['nir', 'opaque']).optional(),
})

/** The mapping of a JSON text; `file` names it in refusals. Throws `read.badColumnsFile`. */
export function parseColumnMapping(text: string, file: string): ColumnMapping {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw readRefusals.badColumnsFile({ file, where: 'JSON', problem: 'not_json', detail: '' })
  }
  const parsed = shape.safeParse(json)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  throw readRefusals.badColumnsFile({ file, where: issue.path.join('.') || 'JSON', ...problemOf(issue) })
}

function problemOf(issue: z.core.$ZodIssue): { problem: ColumnsProblem; detail: string } {
  if (issue.code === 'unrecognized_keys') return { problem: 'unknown_key', detail: issue.keys.join(', ') }
  if (issue.code === 'invalid_value') {
    return { problem: 'unknown_value', detail: issue.values.map(String).join(', ') }
  }
  if (issue.code === 'custom') return { problem: 'bad_separator', detail: '' }
  return { problem: issue.path.at(-1) === 'column' ? 'no_column' : 'bad_shape', detail: '' }
}

/** One byte in every encoding we read, and none that cells are made of. */
function isSeparator(text: string): boolean {
  return text.length === 1 && text < '\x7f' && !/[A-Za-z0-9"\r\n\0]/.test(text)
}
