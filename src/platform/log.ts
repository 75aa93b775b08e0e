import { type Logger, pino } from 'pino'
import type { Config } from './config.ts'

export type { Logger }

/**
 * Fields that could carry a person's data, removed wherever they stand at the top or one level down. Code logs ids
 * and counts only; this is the net under it (promise 7).
 */
const PERSON_FIELDS = [
  'surname',
  'firstNames',
  'name',
  'email',
  'address',
  'postal',
  'nationalId',
  'birthDate',
  'recipient',
]

/** JSON lines on standard error, or in a file when one is given. */
export function openLog(level: Config['logLevel'], destination?: string): Logger {
  const redact = { paths: PERSON_FIELDS.flatMap((field) => [field, `*.${field}`]), remove: true }
  return pino(
    { level, redact, base: null },
    pino.destination(destination ? { dest: destination, mkdir: true, sync: true } : 2),
  )
}
