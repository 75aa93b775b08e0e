/** Shapes of the lists. No national identifier appears in any of them (design, promise 5). */

import type { PostalAddress, RegisterPopulation, ToldThrough, UntoldReason } from '../addressees/index.ts'

export {
  type PostalAddress,
  REASONS,
  REGISTER_POPULATIONS,
  type RegisterPopulation,
  sortName,
  type ToldThrough,
  type UntoldReason,
  WAYS,
} from '../addressees/index.ts'

export type Verdict = 'matched' | 'not_ours' | 'ambiguous' | 'unreadable'
export const VERDICTS: readonly Verdict[] = ['matched', 'not_ours', 'ambiguous', 'unreadable']

/** `cannot_be_excluded`: only ambiguous rows point to them; to review, and told in words of their own. */
export type PersonClass = 'confirmed' | 'presumed' | 'cannot_be_excluded'
export const CLASSES: readonly PersonClass[] = ['confirmed', 'presumed', 'cannot_be_excluded']

/**
 * Who is told with which words: on the list; perhaps on it; on no list, warned by decision. In that order of strength: who
 * was told the stronger words needs no weaker ones, and who was told the weaker ones still gets the stronger.
 */
export type Cohort = 'concerned' | 'cannot_be_excluded' | 'preventive'
export const COHORTS: readonly Cohort[] = ['concerned', 'cannot_be_excluded', 'preventive']

export function cohortOf(personClass: PersonClass): Cohort {
  return personClass === 'cannot_be_excluded' ? 'cannot_be_excluded' : 'concerned'
}

export type AudienceKind =
  | 'insured_adult'
  | 'parent_of_minor'
  | 'policyholder_for_dependants'
  | 'guardian'
  | 'relative_of_deceased'
  | Exclude<RegisterPopulation, 'insured'>

/** Why a list is published when somebody leaves it: words, for a free text would carry people's data into the journal. */
export const PUBLISH_REASONS = [
  'corrected_list',
  'corrected_register',
  'other_columns',
  'review',
  'other',
] as const
export type PublishReason = (typeof PUBLISH_REASONS)[number]

/**
 * Whose exposure a person's is: facts say it by population. A register holds the insured and those covered with them; a
 * column may say of some that they are health professionals, firms or clients of firms.
 */
export const POPULATIONS = [
  'insured_adults',
  'dependants',
  'health_professionals',
  'firms',
  'clients_of_firms',
] as const
export type Population = (typeof POPULATIONS)[number]

const APART: Readonly<Record<Exclude<RegisterPopulation, 'insured'>, Population>> = {
  health_professional: 'health_professionals',
  firm: 'firms',
  client_of_firm: 'clients_of_firms',
}

export function populationOf(person: {
  readonly population: RegisterPopulation
  readonly policyholderMemberId: string | null
}): Population {
  if (person.population !== 'insured') return APART[person.population]
  return person.policyholderMemberId === null ? 'insured_adults' : 'dependants'
}

/** A person as the message names them. */
export interface Covered {
  readonly personId: number
  readonly firstNames: string
  readonly surname: string
  readonly isAddressee: boolean
  readonly minor: boolean
  readonly population: Population
  readonly categories: readonly string[]
  /** Said in the message when it names one person for two contracts. */
  readonly contract?: string | null
}

/** One message: to whom, on whose behalf, by which means. */
export interface Addressee {
  /** Stable per list version, and without meaning: it may stand in a Message-ID. */
  readonly key: string
  /** The one written to; the person under guardianship when `kind` is `guardian`. */
  readonly personId: number
  readonly kind: AudienceKind
  readonly name: { readonly surname: string; readonly firstNames: string; readonly civility?: string }
  /** Checked; null when there is none that can be trusted. */
  readonly email: string | null
  /** Checked; null when there is none, or when the address is protected. */
  readonly postal: PostalAddress | null
  readonly covers: readonly Covered[]
  /** Someone of the household died and is concerned: the message says a sentence for relatives, without a name. */
  readonly forRelatives: boolean
}

export interface Unaddressable {
  readonly personId: number
  readonly reason: UntoldReason
}

/** Sums of the first screen. Every one of them is a link to exactly its rows. */
export interface Funnel {
  readonly listVersion: {
    readonly id: number
    readonly number: number
    readonly runId: string
    /** Folder of its verdicts, relative to the store: the run's, or its own when the review changed them. */
    readonly verdictsPath: string
  }
  readonly register: { readonly records: number }
  readonly exposed: {
    readonly records: number
    readonly byVerdict: Readonly<Record<Verdict, number>>
    readonly byTier: readonly { readonly verdict: Verdict; readonly tier: string; readonly rows: number }[]
  }
  readonly persons: {
    readonly byClass: Readonly<Record<PersonClass, number>>
    /** Confirmed and presumed. */
    readonly concerned: number
    readonly heldForReview: number
    readonly toldThrough: Readonly<Record<ToldThrough, number>>
    readonly untold: Readonly<Record<UntoldReason, number>>
    readonly addressees: number
    /** The same division of those held for review; versions published before it was kept have none. */
    readonly cannotBeExcluded?: {
      readonly toldThrough: Readonly<Record<ToldThrough, number>>
      readonly untold: Readonly<Record<UntoldReason, number>>
      readonly addressees: number
    }
  }
}

/** Counts of persons in one list version, as kept with it. */
export type PersonCounts = Funnel['persons']

/** The rule of promise 2, said once: what makes the sums of a list version true. */
export function personCountsHold(counts: PersonCounts): boolean {
  const sum = (parts: Readonly<Record<string, number>>) => Object.values(parts).reduce((a, b) => a + b, 0)
  return (
    counts.concerned === counts.byClass.confirmed + counts.byClass.presumed &&
    counts.heldForReview === counts.byClass.cannot_be_excluded &&
    counts.concerned === sum(counts.toldThrough) + sum(counts.untold) &&
    (counts.cannotBeExcluded === undefined ||
      counts.heldForReview === sum(counts.cannotBeExcluded.toldThrough) + sum(counts.cannotBeExcluded.untold))
  )
}
