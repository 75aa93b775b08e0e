import { WEIGHTS } from './weights.ts'

/** SQL given as it is, such as a type or a list of columns. */
export interface RawSql {
  readonly sql: string
}

export function raw(sql: string): RawSql {
  return { sql }
}

export type SqlValue = string | number | boolean | RawSql

/**
 * Fills the `$name` marks of a statement: text as a quoted literal, numbers as they are. File names and options of COPY
 * take no bound parameters, hence literals. An unknown mark throws.
 */
export function renderSql(statement: string, values: Readonly<Record<string, SqlValue>> = {}): string {
  return statement.replace(/\$(\w+)/g, (mark, name: string) => {
    const value = values[name] ?? WEIGHT_VALUES[name]
    if (value === undefined) throw new Error(`no value for ${mark}`)
    if (typeof value === 'string') return literal(value)
    return typeof value === 'object' ? value.sql : String(value)
  })
}

export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** `{nationalId: {same: 18}}` as `{nationalId_same: 18}`. */
const WEIGHT_VALUES: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(WEIGHTS).flatMap(([name, value]): [string, number][] => {
    if (typeof value === 'number') return [[name, value]]
    if (typeof value === 'string') return []
    return Object.entries(value).map(([part, weight]): [string, number] => [`${name}_${part}`, weight])
  }),
)
