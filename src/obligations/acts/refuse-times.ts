import type { Words } from '../../law/index.ts'
import { Temporal } from '../../platform/clock.ts'
import { formatInstant } from '../../platform/i18n.ts'
import { obligationRefusals } from '../refusals.ts'

/** An instant in both languages, for refusals. */
export function saidInstant(at: Temporal.Instant): Words {
  return { fr: formatInstant(at, 'fr'), en: formatInstant(at, 'en') }
}

/** What happened is not yet to come. @throws Refusal obligations.future, naming both instants */
export function refuseFuture(what: Words, at: Temporal.Instant, now: Temporal.Instant): void {
  if (Temporal.Instant.compare(at, now) <= 0) return
  throw obligationRefusals.future({ what, at: saidInstant(at), now: saidInstant(now) })
}

/** What is planned is still to come. @throws Refusal obligations.past, naming both instants */
export function refusePast(what: Words, at: Temporal.Instant, now: Temporal.Instant): void {
  if (Temporal.Instant.compare(at, now) >= 0) return
  throw obligationRefusals.past({ what, at: saidInstant(at), now: saidInstant(now) })
}
