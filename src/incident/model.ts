import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

export type Id<Name extends string> = string & { readonly __id?: Name }
export type IncidentId = Id<'incident'>
export type FactId = Id<'fact'>

/** A sentence in the reader's language; French is always there. */
export interface Said {
  readonly fr: string
  readonly en?: string
}

const sentence = z.string().trim().min(1).max(2000)
export const saidShape = { fr: sentence, en: sentence.optional() }
// zod says `string | undefined` where an absent member is meant; parsing JSON never yields undefined.
export const said = z.strictObject(saidShape) as unknown as z.ZodType<Said, Said>

export const ROLES = [
  'processor',
  'controller',
  'host',
  'vendor',
  'professional_body',
  'authority',
  'insurer',
  'print_house',
] as const
export type OrganisationRole = (typeof ROLES)[number]

export const SOURCE_KINDS = ['processor', 'controller', 'authority', 'expert', 'press', 'other'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

export const CONFIDENCES = ['established', 'reported', 'estimated', 'disputed'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** Categories of data, as the notices name them. */
export const DATA_CATEGORIES = [
  'surname',
  'first_names',
  'birth_date',
  'birth_rank',
  'nir',
  'insurer_name',
  'contract_number',
  'member_number',
  'cover',
  'email',
  'phone',
  'postal_address',
  'bank_details',
  'medical_data',
  'reimbursements',
  'password',
] as const
export type DataCategory = (typeof DATA_CATEGORIES)[number]

export const EXPOSURE_STATES = ['exposed', 'not_exposed', 'unknown'] as const
export type ExposureState = (typeof EXPOSURE_STATES)[number]

export interface Incident {
  readonly id: IncidentId
  /** Slug, in addresses and messages: `tiersoin-2026-05`. */
  readonly reference: string
  readonly title: string
  readonly exercise: boolean
  readonly openedAt: Temporal.Instant
  readonly openedBy: string
  readonly closedAt: Temporal.Instant | null
  /** Where the clock of an exercise's story stood when it was opened; null: the clock on the wall. */
  readonly storyOpensAt: Temporal.Instant | null
}

export interface Contact {
  readonly name?: string | undefined
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly postal?: readonly string[] | undefined
}

export interface Organisation {
  readonly id: string
  readonly incidentId: IncidentId
  readonly key: string
  readonly name: string
  readonly shortName: string
  readonly roles: readonly OrganisationRole[]
  /** The organisation whose desk this is. */
  readonly own: boolean
  readonly contacts: Contact
}

export interface OrganisationLink {
  readonly id: string
  readonly supplierId: string
  readonly clientId: string
  readonly service: Said
}

export interface Population {
  readonly id: string
  readonly key: string
  readonly label: Said
}

/** Who says it, how sure, as of when, and who answers for it here. */
export interface Provenance {
  readonly source: string
  readonly sourceKind: SourceKind
  readonly asOf: Temporal.Instant
}

export interface Exposure extends Provenance {
  readonly id: string
  readonly populationId: string
  readonly category: string
  readonly state: ExposureState
  /** Always there when `not_exposed`. */
  readonly reason: Said | null
  readonly recordedAt: Temporal.Instant
  readonly recordedBy: string
  readonly supersededBy: string | null
  readonly supersededAt: Temporal.Instant | null
}

/** The sentence in the reader's language; French when it was not translated. */
export function sayIn(locale: 'fr' | 'en', sentence: Said): string {
  return (locale === 'en' ? sentence.en : undefined) ?? sentence.fr
}
