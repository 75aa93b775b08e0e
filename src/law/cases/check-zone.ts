import { Temporal } from 'temporal-polyfill'
import { shown } from './check-value.ts'
import { caseRefusals } from './refusals.ts'

const known = new Set<string>()

/** An IANA time zone. @throws law.unknownZone */
export function checkZone(given: unknown, where: string): string {
  if (typeof given === 'string' && known.has(given)) return given
  // An offset is no zone: it does not know summer time.
  if (typeof given !== 'string' || !/^[A-Za-z]+(\/[A-Za-z0-9_+-]+)*$/.test(given)) {
    throw caseRefusals.unknownZone({ where, zone: shown(given) })
  }
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(given)
  } catch {
    throw caseRefusals.unknownZone({ where, zone: shown(given) })
  }
  known.add(given)
  return given
}
