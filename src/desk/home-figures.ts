import type { JournalEntry } from '../journal/index.ts'
import type { Temporal } from '../platform/clock.ts'
import type { ProgressRow } from '../platform/progress.ts'
import type { DueFigures } from './home-due.tsx'

/** Everything the first screen says, counted by the rooms that own the rows. Nothing here is computed twice. */
export interface HomeFigures {
  /** When they were read: what happened that day is told by its hour alone. */
  readonly readAt: Temporal.Instant
  /** Undefined where nobody counts duties. */
  readonly due?: DueFigures | undefined
  /** Undefined until a list version is published. */
  readonly lists?: ListFigures | undefined
  /** Undefined until a campaign is prepared. */
  readonly campaign?: CampaignFigures | undefined
  /** One outcome for each concerned person; undefined until a list version is published. */
  readonly outcomes?: OutcomeFigures | undefined
  readonly steps: readonly ProgressRow[]
  readonly changedFacts: readonly ChangedFact[]
  readonly journal: { readonly total: number; readonly latest: readonly JournalEntry[] }
}

export interface ListFigures {
  readonly listVersion: { readonly number: number }
  readonly receivedAt?: Temporal.Instant | undefined
  readonly register: { readonly records: number }
  readonly exposed: {
    readonly records: number
    readonly byVerdict: Readonly<Record<'matched' | 'not_ours' | 'ambiguous' | 'unreadable', number>>
    readonly byTier: readonly { readonly verdict: string; readonly tier: string; readonly rows: number }[]
  }
  readonly persons: {
    readonly byClass: Readonly<Record<'confirmed' | 'presumed' | 'cannot_be_excluded', number>>
    readonly concerned: number
    readonly heldForReview: number
    readonly toldThrough: Readonly<Record<string, number>>
    readonly untold: Readonly<Record<string, number>>
  }
}

export interface CampaignFigures {
  readonly number: number
  readonly state: 'prepared' | 'released' | 'sending' | 'paused' | 'finished' | 'cancelled'
  readonly pauseReason?: string | null
  /** Letters set in batches that nobody has handed over yet. */
  readonly lettersToPost?: number
}

/** Persons, as the proof counts them: each term by its own query. */
export interface OutcomeFigures {
  readonly concerned: number
  readonly told: { readonly email: number; readonly letter: number }
  readonly in_progress: number
  readonly unknown_held: number
  readonly cannot_be_told: Readonly<Record<string, number>>
  readonly lost: number
  readonly told_twice: number
  readonly held_for_review: number
  /** On the list in force, and no message is prepared for them. */
  readonly unplanned: number
  /** Told more than the list in force says. */
  readonly corrections_due: number
  /** Those told in other words, in accounts of their own: how many, and how many wait for their campaign. */
  readonly cohorts?: Readonly<
    Record<'cannot_be_excluded' | 'preventive', { persons: number; waiting: number }>
  >
}

export interface ChangedFact {
  readonly label: string
  readonly before: string | null
  readonly after: string
  readonly source: string
  readonly at: Temporal.Instant
}

/** Where the incident stands: the first screen says one of these things, and no other. */
export type Stage =
  | 'no_list'
  | 'reading'
  | 'no_campaign'
  | 'to_release'
  | 'to_send'
  | 'paused'
  | 'sending'
  | 'finished'

export function stageOf(figures: HomeFigures): Stage {
  if (!figures.lists) return runningSteps(figures).length > 0 ? 'reading' : 'no_list'
  const campaign = figures.campaign
  if (!campaign || campaign.state === 'cancelled') return 'no_campaign'
  if (campaign.state === 'prepared') return 'to_release'
  if (campaign.state === 'released') return 'to_send'
  return campaign.state
}

export function runningSteps({ steps }: Pick<HomeFigures, 'steps'>): readonly ProgressRow[] {
  return steps.filter((step) => step.finishedAt === null && step.failure === null)
}

export function failedSteps({ steps }: Pick<HomeFigures, 'steps'>): readonly ProgressRow[] {
  return steps.filter((step) => step.failure !== null)
}

export function sum(parts: Readonly<Record<string, number>>): number {
  return Object.values(parts).reduce((total, part) => total + part, 0)
}

export function toldOf(outcomes: OutcomeFigures): number {
  return outcomes.told.email + outcomes.told.letter
}

/** Rows in = verdicts out (promise 1). */
export function verdictsCheck({ exposed }: ListFigures): { left: number; right: number } {
  return { left: sum(exposed.byVerdict), right: exposed.records }
}

/** Two divisions of the same persons: by class, and by way of telling. The first that fails gives the gap. */
export function personsCheck({ persons }: ListFigures): { left: number; right: number } {
  const byClass = persons.byClass.confirmed + persons.byClass.presumed
  const byWay = sum(persons.toldThrough) + sum(persons.untold)
  return { left: byClass === persons.concerned ? byWay : byClass, right: persons.concerned }
}

/** One outcome each, none lost, none told twice (promise 2): a lost person is a gap even where the sum holds. */
export function outcomesCheck(outcomes: OutcomeFigures): { left: number; right: number } {
  const counted =
    toldOf(outcomes) + outcomes.in_progress + outcomes.unknown_held + sum(outcomes.cannot_be_told)
  return { left: counted - outcomes.told_twice, right: outcomes.concerned }
}
