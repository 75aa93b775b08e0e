import { Temporal } from '../../platform/clock.ts'
import { ZONE } from '../../platform/i18n.ts'
import { lawRefusals } from '../refusals.ts'

/** Where the acts of CNIL, ACPR and ANSSI are due. */
export const AUTHORITY_ZONE = ZONE

const known = new Map<string, string>()

/** The zone as the IANA database writes it (`europe/paris` is `Europe/Paris`); a bare offset is not a place and is refused. */
export function checkZone(zone: unknown): string {
  const text = typeof zone === 'string' ? zone.trim() : String(zone)
  const found = known.get(text) ?? nameOf(text)
  if (typeof zone !== 'string' || found === undefined)
    throw lawRefusals.unknownZone({ zone: text.slice(0, 80) })
  known.set(text, found)
  return found
}

function nameOf(zone: string): string | undefined {
  if (!/^[A-Za-z]/.test(zone)) return undefined
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId
  } catch {
    return undefined
  }
}
