import { csvTable } from '../platform/csv-cell.ts'
import { type Communication, publicRow } from './model.ts'

/** The register as a table for a spreadsheet: UTF-8 with its mark, semicolons, one line a communication. */
export function registerCsv(communications: readonly Communication[]): string {
  const lines = communications.map((one) =>
    Object.values(publicRow(one)).map((value) => (Array.isArray(value) ? value.join(' ') : value)),
  )
  const head = Object.keys(publicRow(EMPTY))
  return csvTable([head, ...lines])
}

const EMPTY = { registeredAt: '', officialAt: null, endedAt: null } as unknown as Communication
