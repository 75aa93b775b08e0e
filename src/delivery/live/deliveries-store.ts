import type { Temporal } from '../../platform/clock.ts'
import { oneRow, rows, type Tx } from '../../platform/database.ts'
import type { Channel, DeliveryState } from '../model.ts'

/** Domains named one by one on the page; the rest are one row. */
export const NAMED_DOMAINS = 20

/** What each figure of the domains counts, said once for the figures and for the lists they open. */
const OUTCOMES = {
  sent: `(state in ('accepted', 'refused', 'bounced', 'unknown') or (state = 'planned' and attempts > 0))`,
  accepted: `state = 'accepted'`,
  dead: `state in ('refused', 'bounced')`,
  retry: `(state = 'planned' and attempts > 0)`,
  unknown: `state = 'unknown'`,
} as const
export type DomainOutcome = keyof typeof OUTCOMES
export const DOMAIN_OUTCOMES = Object.keys(OUTCOMES) as DomainOutcome[]

export type OutcomeCounts = Readonly<Record<DomainOutcome, number>>

const COUNTS = DOMAIN_OUTCOMES.map(
  (word) => `(count(*) filter (where ${OUTCOMES[word]}))::int as ${word}`,
).join(', ')
const SUMS = DOMAIN_OUTCOMES.map((word) => `coalesce(sum(${word}), 0)::int as ${word}`).join(', ')
const NOTHING: OutcomeCounts = { sent: 0, accepted: 0, dead: 0, retry: 0, unknown: 0 }
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
  const found = await rows<OutcomeCounts & { domain: string | null; domains: number }>(
    tx,
    `with counted as (select domain, count(*) as emails, ${COUNTS} from delivery where ${OF_CAMPAIGN} group by domain),
     ranked as (select *, row_number() over (order by emails desc, domain) as rank from counted)
     select domain, 1 as domains, ${SUMS}, min(rank) as rank from ranked where rank <= ${NAMED_DOMAINS} group by domain
     union all select null, count(*)::int, ${SUMS}, null from ranked where rank > ${NAMED_DOMAINS}
     order by rank nulls last`,
    [campaignId],
  )
  const domains = found.flatMap((one) => (one.domain === null ? [] : [{ ...one, domain: one.domain }]))
  const others = found.find(({ domain }) => domain === null) ?? { ...NOTHING, domains: 0 }
  const total = await oneRow<OutcomeCounts>(tx, `select ${COUNTS} from delivery where ${OF_CAMPAIGN}`, [
    campaignId,
  ])
  return { domains, others, total }
}

/** The deliveries of one figure: e-mails of an outcome, of one domain or of the unnamed ones; or the letters of a batch. */
export type DeliveryFilter =
  | { readonly outcome: DomainOutcome; readonly domain?: string | undefined; readonly others?: boolean }
  | { readonly batch: string }
  /** E-mails still to send: all of them, or those of one wave. */
  | { readonly left: 'all' | number }

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

function conditionOf(filter: DeliveryFilter): { where: string; value?: string | number } {
  if ('batch' in filter)
    return {
      where: `campaign_id = $1 and letter_batch_id = (select id from letter_batch where reference = $2)`,
      value: filter.batch,
    }
  if ('left' in filter) return leftCondition(filter.left)
  const where = `${OF_CAMPAIGN} and ${OUTCOMES[filter.outcome]}`
  if (filter.domain !== undefined) return { where: `${where} and domain = $2`, value: filter.domain }
  return { where: filter.others ? `${where} and domain not in (${NAMED})` : where }
}

/** The wave is a range of ids, up to the next one's. */
function leftCondition(left: 'all' | number): { where: string; value?: number } {
  const where = `${OF_CAMPAIGN} and state in ('planned', 'attempting')`
  if (left === 'all') return { where }
  const first = (number: string) =>
    `(select first_id from wave where campaign_id = $1 and number = ${number})`
  return {
    where: `${where} and id >= ${first('$2')} and id < coalesce(${first('$2 + 1')}, 9223372036854775807)`,
    value: left,
  }
}
