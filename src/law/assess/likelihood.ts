import type { Conclusion } from '../model.ts'

/** What few organisations are, and what seldom happens on the first day: asked, but not first. */
const SELDOM: readonly string[] = [
  'nis1_designated',
  'vital_operator',
  'listed_issuer',
  'publishes_software',
  'product_with_digital_elements',
  'critical_entity',
  'certified_health_host',
  'mandated_to_notify',
  'access_request_received',
  'theft',
  'filings_blocked',
]
const SELDOM_SO = 0.15
/** A regime of one sector concerns few: its sector is asked before the rest of it. */
const BEFORE_ITS_SECTOR = 0.1

const WHAT_HAPPENED = ['breach_type', 'data_categories']

/** Questions that mean nothing until another is answered, and that one. */
const FOLLOWS: Readonly<Record<string, readonly string[]>> = {
  idle_motive: ['employees_idle'],
  headcount: ['employees_idle'],
  access_request_extension: ['access_request_received'],
  contract_under_french_code: ['covered_against_attack'],
  vital_system_hit: ['vital_operator'],
  significant_incident: ['nis1_designated', 'nis2_entity'],
  inside_information: ['listed_issuer'],
  covered_against_attack: ['attack_on_data_system'],
  risk_decided: WHAT_HAPPENED,
  contact_details_held: WHAT_HAPPENED,
  disproportionate_effort: WHAT_HAPPENED,
  later_measures_remove_risk: WHAT_HAPPENED,
}
/** Asked of a filing: nobody can say before it was made. */
const OF_A_FILING: readonly string[] = ['initial_notification_complete', 'telecom_first_complete']
const TOO_EARLY = 0.1

/**
 * How likely a conclusion that is still open is to become a duty, between 0 and 1, as far as it decides what to ask first. A fact that
 * nobody needs in most incidents (a product with digital elements) does not come before the knowledge of this one.
 */
export function likelihood({ missing, clock }: Conclusion, fact: string): number {
  const seldom = missing.some((one) => SELDOM.includes(one)) ? SELDOM_SO : 1
  const sector = fact !== 'sector' && missing.includes('sector') ? BEFORE_ITS_SECTOR : 1
  const isEarly =
    FOLLOWS[fact]?.some((one) => missing.includes(one)) ||
    (OF_A_FILING.includes(fact) && clock.kind === 'awaits')
  return seldom * sector * (isEarly ? TOO_EARLY : 1)
}
