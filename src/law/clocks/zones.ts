import { Temporal } from '../../platform/clock.ts'
import { ZONE } from '../../platform/i18n.ts'
import { lawRefusals } from '../refusals.ts'

/** Where the acts of CNIL, ACPR and ANSSI are due. */
export const AUTHORITY_ZONE = ZONE

const known = new Set<string>()

/** A name of the IANA database; a bare offset is not a place. */
export function checkZone(zone: unknown): string {
  if (typeof zone !== 'string') throw lawRefusals.unknownZone({ zone: String(zone) })
  if (known.has(zone)) return zone
  if (!/^[A-Za-z]/.test(zone) || !isZone(zone)) throw lawRefusals.unknownZone({ zone })
  known.add(zone)
  return zone
}

function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch {
    return false
  }
}
