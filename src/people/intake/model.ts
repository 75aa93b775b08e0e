import type { Temporal } from 'temporal-polyfill'
import type { ColumnMapping, FileLook, FileRead, ListRole } from '../read/index.ts'

export const ROLES: readonly ListRole[] = ['register', 'exposed']

/**
 * `looking`: received, being looked at. `to_confirm`: a person checks the columns. `waiting`, `running`: the worker has it.
 * `refused`: a file cannot be read at all. `abandoned`: given up, or left alone too long.
 */
export type IntakeState = 'looking' | 'to_confirm' | 'waiting' | 'running' | 'done' | 'refused' | 'abandoned'

export interface Failure {
  readonly code: string
  readonly fr: string
  readonly en: string
  /** A workbook of several sheets: which of them a person may choose. */
  readonly sheets?: { readonly role: ListRole; readonly names: readonly string[] }
}

/** Where the worker stands; overwritten three times a second at most. */
export interface IntakeProgress {
  readonly step: string
  readonly done: number
  readonly total: number | null
  readonly unit: string
  /** Data rows read so far, in the steps that read a list. */
  readonly rows: number | null
  /** When the step began, as an ISO instant. */
  readonly beganAt: string
}

export interface Intake {
  readonly id: string
  readonly incidentId: string
  readonly state: IntakeState
  readonly names: Readonly<Record<ListRole, string>>
  readonly bytes: Readonly<Record<ListRole, number>>
  /** Of an import of repaired lines: where the two lists already stand in the store, and the lines repaired before. */
  readonly stored: (Readonly<Record<ListRole, string>> & { readonly repaired?: string | undefined }) | null
  readonly repaired: { readonly name: string; readonly bytes: number } | null
  readonly columns: ColumnMapping | null
  readonly mappingId: number | null
  readonly progress: IntakeProgress | null
  readonly stopAsked: boolean
  readonly failure: Failure | null
  readonly listVersionId: number | null
  readonly openedAt: Temporal.Instant
  readonly begunAt: Temporal.Instant | null
  readonly endedAt: Temporal.Instant | null
}

/** What was seen of a file: how it reads, five masked rows, and the account of its lines once they are counted. */
export interface SeenFile extends FileLook {
  readonly read: Pick<FileRead, 'accounting' | 'sha256'> | null
}

export type SeenFiles = Readonly<Record<ListRole, SeenFile>>

/** Hours that received files wait for someone to confirm them. */
export const KEPT_HOURS = 24

export function isInHand({ state }: Pick<Intake, 'state'>): boolean {
  return ['looking', 'to_confirm', 'waiting', 'running'].includes(state)
}
