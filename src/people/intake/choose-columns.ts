import { createHash } from 'node:crypto'
import { type DateFormat, dateFormats } from '../identity/index.ts'
import {
  type ColumnMapping,
  canIdentify,
  columnNamed,
  exposureFields,
  type Field,
  headerKey,
  identityFields,
  type ListRole,
  registerFields,
  type SideMapping,
  saidColumns,
} from '../read/index.ts'
import { type Intake, ROLES, type SeenFile, type SeenFiles } from './model.ts'
import { intakeRefusals } from './refusals.ts'

/** Fields a column of this list may hold, in the order of the choice. */
export function fieldsOf(role: ListRole): readonly Field[] {
  return role === 'register'
    ? ['member_id', ...identityFields, ...registerFields.slice(1)]
    : [...identityFields, ...exposureFields]
}

/** Which field each column holds: as chosen, or as found. */
export function chosenFields(seen: SeenFile, side: SideMapping | undefined): readonly (Field | null)[] {
  const said = saidColumns(side)
  if (said.length === 0) return seen.fieldOfColumn
  const fields: (Field | null)[] = seen.layout.headers.map(() => null)
  for (const [field, { column }] of said) {
    const index = columnNamed(column, seen.layout.headers)
    if (index >= 0) fields[index] = field
  }
  return fields
}

/** Name of the control of one column: its place, for a header is text of the file. */
export const controlOf = (role: ListRole, index: number) => `${role}_${index}`

/** How to open a file that leaves a choice: the separator of a text, the sheet of a workbook. */
export type Opening = Pick<SideMapping, 'separator' | 'sheet'>

export function openingOf(side: SideMapping | undefined): Opening {
  const { separator, sheet } = side ?? {}
  return { ...(separator ? { separator } : {}), ...(sheet ? { sheet } : {}) }
}

/** The way of opening both files that a form asks for, when it is another one: they must then be looked at again. */
export function readReopening(
  seen: SeenFiles,
  columns: ColumnMapping | null,
  form: Readonly<Record<string, unknown>>,
): ColumnMapping | undefined {
  const asked = ROLES.map((role): Opening => {
    const { kind, separator, sheet } = seen[role].layout
    const now = openingOf(columns?.[role])
    const said = String(form[`${role}_${kind === 'xlsx' ? 'sheet' : 'separator'}`] ?? '').trim()
    if (said === '' || said === (kind === 'xlsx' ? sheet : separator)) return now
    if (kind === 'xlsx') return { ...now, sheet: said }
    return kind === 'delimited' ? { ...now, separator: said } : now
  })
  const changed = ROLES.some(
    (role, index) => canonical(asked[index]!) !== canonical(openingOf(columns?.[role])),
  )
  return changed ? { register: asked[0]!, exposed: asked[1]! } : undefined
}

const canonical = ({ separator, sheet }: Opening) => JSON.stringify([separator, sheet])

/**
 * The mapping a form says. Null when it says nothing else than what was found, so that the same files read by themselves
 * stay the same import. @throws intake.fieldTwice, intake.noIdentity, intake.noMemberId
 */
export function readChoice(
  seen: SeenFiles,
  intake: Pick<Intake, 'names' | 'columns'>,
  form: Readonly<Record<string, unknown>>,
): ColumnMapping | null {
  const sides = ROLES.map((role) => readSide(seen[role], role, intake, form))
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
  { names, columns }: Pick<Intake, 'names' | 'columns'>,
  form: Readonly<Record<string, unknown>>,
): { side: SideMapping; asFound: boolean } {
  const { headers } = seen.layout
  const file = names[role]
  const allowed = fieldsOf(role)
  const chosen = headers.map(
    (_, index) => allowed.find((field) => field === form[controlOf(role, index)]) ?? null,
  )
  const format = dateFormats.find((known) => known === form[`${role}_date`])
  const opening = openingOf(columns?.[role])
  const side: SideMapping = { ...opening }
  chosen.forEach((field, index) => {
    if (field === null) return
    const other = side[field]
    if (other) throw intakeRefusals.fieldTwice({ file, field, columns: `${other.column}, ${headers[index]}` })
    side[field] = { column: headers[index]!, ...(field === 'birth_date' && format ? { format } : {}) }
  })
  if (!canIdentify(columnsOf(chosen))) throw intakeRefusals.noIdentity({ file })
  if (role === 'register' && !side.member_id) throw intakeRefusals.noMemberId({ file })
  const found = chosen.every((field, index) => field === seen.fieldOfColumn[index])
  return { side, asFound: found && !format && Object.keys(opening).length === 0 }
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
    const said = columns?.[role]
    const format = dateFormatOf(said) ?? (saidColumns(said).length > 0 ? undefined : dateFormat)
    const spelled = chosenFields(seen[role], said).flatMap((field, index) =>
      field
        ? [[field, { column: headers[index]!, ...(field === 'birth_date' && format ? { format } : {}) }]]
        : [],
    )
    return { ...openingOf(said), ...Object.fromEntries(spelled) }
  }
  return {
    register: side('register'),
    exposed: side('exposed'),
    national_id_kind: columns?.national_id_kind ?? seen.register.layout.nationalIdKind,
  }
}

/** Of a kept mapping, the sides whose every column is in these files; undefined when there is none. */
export function fitting(seen: SeenFiles, mapping: ColumnMapping): ColumnMapping | undefined {
  const { register, exposed, national_id_kind } = mapping
  const fits = (role: ListRole) => {
    const said = saidColumns(mapping[role])
    return (
      said.length > 0 && said.every(([, { column }]) => columnNamed(column, seen[role].layout.headers) >= 0)
    )
  }
  const sides = {
    ...(fits('register') ? { register } : {}),
    ...(fits('exposed') ? { exposed } : {}),
  }
  return Object.keys(sides).length > 0 ? { ...sides, national_id_kind } : undefined
}
