import { basename } from 'node:path'
import type { VerdictCounts } from './check-outputs.ts'
import type { DeliveryOfLists } from './delivery-slots.ts'
import type { FileAccount } from './match-engine.ts'
import type { PersonCounts, PublishReason } from './model.ts'
import type { ChangeCounts } from './store-versions.ts'
import type { Fingerprint } from './stored-files.ts'

export interface ImportRequest {
  readonly incidentId: string
  readonly registerPath: string
  readonly exposedPath: string
  /** File names as the user knows them, when the paths are those of an upload. */
  readonly names?: { readonly register: string; readonly exposed: string } | undefined
  /** The mapping of `--columns`, already parsed. */
  readonly columns?: unknown
  /** File of repaired rows, which take the place of quarantined rows of the exposed list. */
  readonly repairedPath?: string | undefined
  /** Publishes at once (the default), or leaves a draft. */
  readonly publish?: boolean | undefined
  /** Why it is published; needed when persons leave the list. */
  readonly reason?: PublishReason | undefined
  /** What delivery does when a list is published. */
  readonly delivery?: DeliveryOfLists | undefined
  readonly onProgress?:
    | ((step: string, done: number, total: number | undefined, unit: string, rows?: number) => void)
    | undefined
  readonly signal?: AbortSignal | undefined
}

export interface ImportedLists {
  readonly runId: string
  /** `number` is null for a draft. */
  readonly listVersion: { readonly id: number; readonly number: number | null }
  /** Since the published list before it; null for the first. */
  readonly changes: ChangeCounts | null
  readonly register: FileAccount
  readonly exposed: FileAccount
  readonly verdicts: VerdictCounts
  readonly persons: PersonCounts
}

export interface Sources {
  readonly register: Fingerprint
  readonly exposed: Fingerprint
  readonly columnsSha256: string
}

/** Names in the store, without their folder. */
export type Names = Readonly<
  Record<'register' | 'exposed' | 'quarantine' | 'repaired' | 'households', string>
>

export function fileNames(request: ImportRequest): { readonly register: string; readonly exposed: string } {
  return request.names ?? { register: basename(request.registerPath), exposed: basename(request.exposedPath) }
}
