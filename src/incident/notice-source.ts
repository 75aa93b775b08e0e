import type { Temporal } from 'temporal-polyfill'
import type { Period } from './fact-value.ts'
import type { DataCategory, ExposureState, Said } from './model.ts'

export type { Said }

/** A value with the fact it comes from: when that fact is superseded, what was written with it is stale. */
export interface Stated<T> {
  /** `attack_started_at`, `exposure.<population>.<category>`, `controller.name`… */
  readonly key: string
  readonly factId: string
  readonly value: T
  readonly state: 'held' | 'disputed'
  /** ISO 8601. */
  readonly asOf: string
}

/** Measures that the notices say in approved words; `other` is said in the words of the fact. */
export const MEASURE_KINDS = [
  'platform_disconnected',
  'accounts_closed',
  'complaint_filed',
  'cnil_notified',
  'anssi_told',
  'investigation_started',
  'access_reinforced',
  'identity_checks_reinforced',
  'call_centre_ready',
  'other',
] as const
export type MeasureKind = (typeof MEASURE_KINDS)[number]

export interface Measure {
  readonly kind: MeasureKind
  readonly doneAt: Temporal.Instant | null
  readonly text: Said
}

export interface StatedPopulation {
  readonly key: string
  readonly label: Said
  /** Number of persons, approximate or exact. */
  readonly size: Stated<number> | null
  /** Only what was said: an absent category is unknown, never "not exposed". */
  readonly exposures: readonly Stated<{
    readonly category: DataCategory
    readonly status: ExposureState
    readonly reason: Said | null
  }>[]
}

/** The facts of an incident as the individual notices need them. Its names are those of the notices' own model. */
export interface NoticeSource {
  readonly incidentReference: string
  readonly zone: string
  readonly controllerName: Stated<string> | null
  readonly controllerRelation: Stated<Said> | null
  readonly controllerAttacked: Stated<'yes' | 'no' | 'unknown'> | null
  readonly processorName: Stated<string> | null
  readonly serviceEntrusted: Stated<Said> | null
  readonly breachNature: Stated<'account_misused' | 'intrusion' | 'ransomware' | 'disclosure'> | null
  readonly attackPeriod: Stated<Period> | null
  readonly attackStartedAt: Stated<Temporal.Instant> | null
  readonly attackEndedAt: Stated<Temporal.Instant> | null
  readonly processorDetectedAt: Stated<Temporal.Instant> | null
  readonly platformDisconnectedAt: Stated<Temporal.Instant> | null
  readonly controllerToldAt: Stated<Temporal.Instant> | null
  readonly controllerAwareAt: Stated<Temporal.Instant> | null
  readonly authorityToldAt: Stated<Temporal.Instant> | null
  readonly complaintFiledAt: Stated<Temporal.Instant> | null
  readonly processorMeasures: readonly Stated<Measure>[]
  readonly controllerMeasures: readonly Stated<Measure>[]
  readonly dpoEmail: Stated<string> | null
  readonly dpoPostalLines: Stated<readonly string[]> | null
  readonly customerPhone: Stated<string> | null
  readonly customerPhoneHours: Stated<Said> | null
  readonly senderName: Stated<string> | null
  readonly senderAddress: Stated<string> | null
  readonly checkSite: Stated<string> | null
  readonly populations: readonly StatedPopulation[]
}
