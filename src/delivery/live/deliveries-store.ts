import type { Temporal } from '../../platform/clock.ts'
import { oneRow, rows, type Tx } from '../../platform/database.ts'
import type { Channel, DeliveryState } from '../model.ts'

/** Domains named one by one on the page; the rest are one row. */
export const NAMED_DOMAINS = 20

/** What each figure of the domains counts, said once for the figures and for the lists they open. */
const OUTCOMES = {
  sent: `(state in ('accepted', 'refused', 'unknown') or (state = 'planned' and attempts > 0))`,
  accepted: `state = 'accepted'`,
  dead: `state = 'refused'`,
  retry: `(state = 'planned' and attempts > 0)`,
  unknown: `state = 'unknown'`,
} as const
export type DomainOutcome = keyof typeof OUTCOMES
export const DOMAIN_OUTCOMES = Object.keys(OUTCOMES) as DomainOutcome[]

export type OutcomeCounts = Readonly<Record<DomainOutcome, number>>

const COUNTS = DOMAIN_OUTCOMES.map(
  (word) => `(count(*) filter (where ${OUTCOMES[word]}))::int as ${word}`,
).join(', ')
const OF_CAMPAIGN = `campaign_id = $1 and channel = 'email'`
const NAMED = `select domain from delivery where ${OF_CAMPAIGN} group by domain order by count(*) desc, domain limit ${NAMED_DOMAINS}`

export interface DomainFigures {
  readonly domains: readonly (OutcomeCounts & { readonly domain: string })[]
  /** Domains that have no row of their own, counted together. */
  readonly others: OutcomeCounts & { readonly domains: number }
  /** Counted apart, over all e-mails: the rows must add up to it. */
  readonly total: OutcomeCounts
}

/** E-mails by receiving domain, the largest first. `sent` is what was tried to the end: the four others are its parts. */
export async function figuresByDomain(tx: Tx, campaignId: number): Promise<DomainFigures> {
  const domains = await rows<OutcomeCounts & { domain: string }>(
    tx,
    `select domain, ${COUNTS} from delivery where ${OF_CAMPAIGN}
      group by domain order by count(*) desc, domain limit ${NAMED_DOMAINS}`,
    [campaignId],
  )
  const others = await oneRow<OutcomeCounts & { domains: number }>(
    tx,
    `select count(distinct domain)::int as domains, ${COUNTS} from delivery where ${OF_CAMPAIGN} and domain not in (${NAMED})`,
    [campaignId],
  )
  const total = await oneRow<OutcomeCounts>(tx, `select ${COUNTS} from delivery where ${OF_CAMPAIGN}`, [
    campaignId,
  ])
  return { domains, others, total }
}

/** The deliveries of one figure: e-mails of an outcome, of one domain or of the unnamed ones; or the letters of a batch. */
export type DeliveryFilter =
  | { readonly outcome: DomainOutcome; readonly domain?: string | undefined; readonly others?: boolean }
  | { readonly batch: string }

export interface ListedDelivery {
  readonly id: number
  readonly personId: number
  readonly persons: number
  readonly channel: Channel
  readonly state: DeliveryState
  readonly reason: string | null
  /** Masked e-mail, or the place the letter goes to: enough to tell two rows apart. */
  readonly to: string | null
  readonly at: Temporal.Instant
  readonly firstPage: number | null
}

/** A page of them by id after `after`, with the total that the figure shows. */
export async function listDeliveries(
  tx: Tx,
  campaignId: number,
  filter: DeliveryFilter,
  { after = 0, limit = 50 } = {},
): Promise<{ total: number; deliveries: ListedDelivery[] }> {
  const { where, value } = conditionOf(filter)
  const values = value === undefined ? [campaignId] : [campaignId, value]
  const { total } = await oneRow<{ total: number }>(
    tx,
    `select count(*)::int as total from delivery where ${where}`,
    values,
  )
  const deliveries = await rows<ListedDelivery>(
    tx,
    `select id, person_id as "personId", persons, channel, state, reason, coalesce(settled_at, planned_at) as at,
            first_page as "firstPage",
            case channel when 'email' then left(recipient ->> 'email', 1) || '…@' || domain
                 else nullif(concat_ws(' ', recipient -> 'postal' ->> 'postcode', recipient -> 'postal' ->> 'city'), '') end as "to"
       from delivery where ${where} and id > $${values.length + 1} order by id limit $${values.length + 2}`,
    [...values, after, limit],
  )
  return { total, deliveries }
}

function conditionOf(filter: DeliveryFilter): { where: string; value?: string } {
  if ('batch' in filter)
    return {
      where: `campaign_id = $1 and letter_batch_id = (select id from letter_batch where reference = $2)`,
      value: filter.batch,
    }
  const where = `${OF_CAMPAIGN} and ${OUTCOMES[filter.outcome]}`
  if (filter.domain !== undefined) return { where: `${where} and domain = $2`, value: filter.domain }
  return { where: filter.others ? `${where} and domain not in (${NAMED})` : where }
}
