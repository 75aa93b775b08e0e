import type { Temporal } from 'temporal-polyfill'

export type Answer = 'yes' | 'no' | 'unknown'
export const ANSWERS = ['yes', 'no', 'unknown'] as const

export const CONTRACT_KINDS = [
  'cyber',
  'professional_liability',
  'loss_of_income',
  'multi_risk',
  'other',
] as const
type ContractKind = (typeof CONTRACT_KINDS)[number]

/** What a contract may cover: each is asked, so that a silence shows. */
export const LOSSES = [
  'assistance',
  'restoration',
  'extra_operating_costs',
  'loss_of_income',
  'liability',
  'ransom',
  'notification_costs',
  'legal_costs',
  'other',
] as const
export type Loss = (typeof LOSSES)[number]

/** Who wrote the row that stands, and when; `id` is that row's. */
export interface Kept {
  readonly id: number
  readonly at: Temporal.Instant
  readonly by: string
}

export interface CoverLine extends Kept {
  readonly loss: Loss
  readonly covered: Answer
  readonly condition: string | null
  readonly deductibleCents: number | null
  readonly source: string
}

/** The insurer card of one insured. What is not known yet is null. */
export interface InsuranceContract extends Kept {
  readonly number: number
  /** Key of an organisation of the chain, and its name. */
  readonly insured: string
  readonly insuredName: string
  readonly insurer: string
  readonly kind: ContractKind
  readonly phone: string | null
  readonly phoneAbroad: string | null
  readonly roundTheClock: Answer
  readonly protocolCode: string | null
  readonly groupContract: string | null
  readonly membership: string | null
  /** Delay of declaration in jours ouvrés, as the contract sets it. */
  readonly noticeWorkingDays: number | null
  readonly source: string
  readonly withdrawn: string | null
  readonly cover: readonly CoverLine[]
}

export type FilingState = 'blocked' | 'filed' | 'struck'

/** A filing that the outage blocks. Days are `YYYY-MM-DD`; `dueOn` is the law's and never moves. */
export interface BlockedFiling extends Kept {
  readonly filing: number
  readonly client: string
  readonly own: boolean
  readonly kind: string
  readonly dueOn: string
  readonly state: FilingState
  readonly filedAt: Temporal.Instant | null
  /** Receipt and channel once filed; the reason when struck. */
  readonly note: string | null
  /** Numbers of the tolerances attached. */
  readonly tolerances: readonly number[]
}

/** What a filing's line says: filed in time, filed late, blocked and due, blocked past its date. */
export type FilingStanding = 'filed' | 'filed_late' | 'blocked' | 'overdue'

/** The day of an instant where French administrations count it. */
const dayInParis = (at: Temporal.Instant) => at.toZonedDateTimeISO('Europe/Paris').toPlainDate().toString()

/** A tolerance changes nothing here: late is late by the law's date. */
export function standingOf(
  filing: Pick<BlockedFiling, 'state' | 'filedAt' | 'dueOn'>,
  now: Temporal.Instant,
): FilingStanding {
  if (filing.filedAt) return dayInParis(filing.filedAt) > filing.dueOn ? 'filed_late' : 'filed'
  return dayInParis(now) > filing.dueOn ? 'overdue' : 'blocked'
}

export const TOLERANCE_STATES = ['asked', 'announced', 'granted', 'refused'] as const
type ToleranceState = (typeof TOLERANCE_STATES)[number]

export interface Tolerance extends Kept {
  readonly number: number
  readonly grantor: string
  readonly state: ToleranceState
  readonly on: string
  readonly scope: string
  readonly condition: string | null
  readonly source: string
  readonly proof: string | null
}

export const COST_KINDS = ['overtime', 'lost_sales', 'cash_flow', 'service_bought', 'other'] as const
type CostKind = (typeof COST_KINDS)[number]

export interface ExtraCost extends Kept {
  readonly number: number
  readonly on: string
  readonly kind: CostKind
  readonly what: string
  readonly minutes: number | null
  /** Null: not known yet; it counts for nothing and is said. */
  readonly amountCents: number | null
  readonly who: string | null
  readonly evidence: string | null
  readonly struck: string | null
}

export interface CostSum {
  readonly kind: CostKind
  readonly lines: number
  readonly minutes: number
  readonly cents: number
  readonly unpriced: number
}

/** Lines that stand, summed by kind in the order of the kinds; a kind without a line has a sum of nothing. */
export function sumsByKind(costs: readonly ExtraCost[]): readonly CostSum[] {
  return COST_KINDS.map((kind) => {
    const lines = costs.filter((cost) => cost.struck === null && cost.kind === kind)
    return { kind, ...sumOf(lines) }
  })
}

/** One sum over lines as they are, without the kinds: what the sums by kind must add up to. */
export function sumOf(lines: readonly ExtraCost[]): Omit<CostSum, 'kind'> {
  const standing = lines.filter(({ struck }) => struck === null)
  return {
    lines: standing.length,
    minutes: standing.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    cents: standing.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0),
    unpriced: standing.filter(({ amountCents }) => amountCents === null).length,
  }
}

/** Everything kept of the disruption of one incident. */
export interface Disruption {
  readonly contracts: readonly InsuranceContract[]
  readonly filings: readonly BlockedFiling[]
  readonly tolerances: readonly Tolerance[]
  readonly costs: readonly ExtraCost[]
}
