import { createHash } from 'node:crypto'
import { type DateFormat, dateFormats } from '../identity/index.ts'
import {
  type ColumnMapping,
  canIdentify,
  exposureFields,
  type Field,
  headerKey,
  identityFields,
  type ListRole,
  registerFields,
  type SideMapping,
} from '../read/index.ts'
import { ROLES, type SeenFile, type SeenFiles } from './model.ts'
import { intakeRefusals } from './refusals.ts'

/** Fields a column of this list may hold, in the order of the choice. */
export function fieldsOf(role: ListRole): readonly Field[] {
  return role === 'register'
    ? ['member_id', ...identityFields, ...registerFields.slice(1)]
    : [...identityFields, ...exposureFields]
}

/** Which field each column holds: as chosen, or as found. */
export function chosenFields(seen: SeenFile, side: SideMapping | undefined): readonly (Field | null)[] {
  if (!side) return seen.fieldOfColumn
  const fields: (Field | null)[] = seen.layout.headers.map(() => null)
  for (const [field, said] of Object.entries(side) as [Field, { column: string }][]) {
    const index = indexOf(seen.layout.headers, said.column)
    if (index >= 0) fields[index] = field
  }
  return fields
}

function indexOf(headers: readonly string[], column: string): number {
  const exact = headers.indexOf(column)
  return exact >= 0 ? exact : headers.findIndex((header) => headerKey(header) === headerKey(column))
}

/** Name of the control of one column: its place, for a header is text of the file. */
export const controlOf = (role: ListRole, index: number) => `${role}_${index}`

/**
 * The mapping a form says. Null when it says nothing else than what was found, so that the same files read by themselves
 * stay the same import. @throws intake.fieldTwice, intake.noIdentity, intake.noMemberId
 */
export function readChoice(
  seen: SeenFiles,
  names: Readonly<Record<ListRole, string>>,
  form: Readonly<Record<string, unknown>>,
): ColumnMapping | null {
  const sides = ROLES.map((role) => readSide(seen[role], role, names[role], form))
  const kind = form['national_id_kind'] === 'opaque' ? 'opaque' : 'nir'
  const asFound = ROLES.every(
    (role, index) => sides[index]!.asFound && seen[role].layout.nationalIdKind === kind,
  )
  if (asFound) return null
  return { register: sides[0]!.side, exposed: sides[1]!.side, national_id_kind: kind }
}

function readSide(
  seen: SeenFile,
  role: ListRole,
  file: string,
  form: Readonly<Record<string, unknown>>,
): { side: SideMapping; asFound: boolean } {
  const { headers } = seen.layout
  const allowed = fieldsOf(role)
  const chosen = headers.map(
    (_, index) => allowed.find((field) => field === form[controlOf(role, index)]) ?? null,
  )
  const format = dateFormats.find((known) => known === form[`${role}_date`])
  const side: SideMapping = {}
  chosen.forEach((field, index) => {
    if (field === null) return
    const other = side[field]
    if (other) throw intakeRefusals.fieldTwice({ file, field, columns: `${other.column}, ${headers[index]}` })
    side[field] = { column: headers[index]!, ...(field === 'birth_date' && format ? { format } : {}) }
  })
  if (!canIdentify(columnsOf(chosen))) throw intakeRefusals.noIdentity({ file })
  if (role === 'register' && !side.member_id) throw intakeRefusals.noMemberId({ file })
  return { side, asFound: !format && chosen.every((field, index) => field === seen.fieldOfColumn[index]) }
}

function columnsOf(fields: readonly (Field | null)[]): Partial<Record<Field, number>> {
  return Object.fromEntries(fields.flatMap((field, index) => (field ? [[field, index]] : [])))
}

export function dateFormatOf(side: SideMapping | undefined): DateFormat | undefined {
  return side?.birth_date?.format
}

/** The same columns under the same names give the same mark, whatever their case and accents. */
export function headersMark({ layout }: SeenFile): string {
  return createHash('sha256').update(layout.headers.map(headerKey).join('\n')).digest('hex')
}

/** The whole mapping in force, said rather than found: what a named mapping keeps and `--columns` reads. */
export function spelledOut(seen: SeenFiles, columns: ColumnMapping | null): ColumnMapping {
  const side = (role: ListRole): SideMapping => {
    const { headers, dateFormat } = seen[role].layout
    const fields = chosenFields(seen[role], columns?.[role])
    const format = dateFormatOf(columns?.[role]) ?? (columns?.[role] ? undefined : dateFormat)
    return Object.fromEntries(
      fields.flatMap((field, index) =>
        field
          ? [[field, { column: headers[index]!, ...(field === 'birth_date' && format ? { format } : {}) }]]
          : [],
      ),
    )
  }
  return {
    register: side('register'),
    exposed: side('exposed'),
    national_id_kind: columns?.national_id_kind ?? seen.register.layout.nationalIdKind,
  }
}

/** Of a kept mapping, the sides whose every column is in these files; undefined when there is none. */
export function fitting(seen: SeenFiles, mapping: ColumnMapping): ColumnMapping | undefined {
  const fits = (role: ListRole) =>
    Object.values(mapping[role] ?? {}).every(
      (said) => said === undefined || indexOf(seen[role].layout.headers, said.column) >= 0,
    )
  const sides = ROLES.filter((role) => mapping[role] && fits(role))
  if (sides.length === 0) return undefined
  return {
    ...mapping,
    ...Object.fromEntries(ROLES.filter((role) => !sides.includes(role)).map((role) => [role, undefined])),
  }
}
