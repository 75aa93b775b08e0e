import { Temporal } from 'temporal-polyfill'

/** Kept when nobody decided otherwise, counted from the closure of the incident. */
export const DEFAULT_DAYS = 365

/** Where the days of a retention begin and end: legal days are those of Paris. */
const ZONE = 'Europe/Paris'

export type Retention =
  | { readonly days: number; readonly until: null }
  | { readonly days: null; readonly until: string }

export interface RetentionInForce {
  readonly retention: Retention
  /** Null: nobody decided, the default holds. */
  readonly decidedBy: string | null
  readonly decidedAt: Temporal.Instant | null
}

/** The first day on which the data may go; undefined while it hangs on a closure that has not come. */
export function dueOn(
  { days, until }: Retention,
  closedAt: Temporal.Instant | null,
): Temporal.PlainDate | undefined {
  if (until !== null) return Temporal.PlainDate.from(until)
  return closedAt?.toZonedDateTimeISO(ZONE).toPlainDate().add({ days })
}

export function isDue(due: Temporal.PlainDate | undefined, now: Temporal.Instant): boolean {
  return due !== undefined && Temporal.PlainDate.compare(due, now.toZonedDateTimeISO(ZONE).toPlainDate()) <= 0
}

/** What goes, counted. */
export interface PurgePlan {
  readonly people: number
  readonly addressees: number
  readonly recipients: number
  readonly replies: number
  readonly reviewed: number
  readonly imports: number
  readonly files: number
  readonly bytes: number
  /** What stays: persons by number, deliveries, texts, seals, files kept with deadlines, documents handed over, entries of the journal. */
  readonly stays: {
    readonly deliveries: number
    readonly texts: number
    readonly seals: number
    /** What a person joined to a deadline, as they gave it; a plan made before these were counted has neither. */
    readonly receipts?: number | undefined
    readonly dossiers?: number | undefined
    readonly journal: number
  }
}

/** What keeps an incident from being purged now. */
export type Obstacle =
  | 'campaign_under_way'
  | 'held_unknown'
  | 'import_in_hand'
  | 'draft_list'
  | 'not_due'
  | 'open_incident'

export const STEPS = ['people', 'deliveries', 'review', 'imports', 'keys', 'files', 'rewrite'] as const
export type Step = (typeof STEPS)[number]

export interface Purge {
  readonly id: string
  readonly incidentId: string
  readonly state: 'asked' | 'running' | 'done' | 'withdrawn'
  readonly plan: PurgePlan
  readonly askedBy: string
  readonly askedByName: string
  readonly askedAt: Temporal.Instant
  readonly confirmedByName: string | null
  readonly confirmedAt: Temporal.Instant | null
  readonly steps: readonly Step[]
  readonly finishedAt: Temporal.Instant | null
}

/** Who asks for a purge and who confirms it. */
export const PURGERS = ['lead', 'dpo'] as const
