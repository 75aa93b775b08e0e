import { basename } from 'node:path'
import type { VerdictCounts } from './check-outputs.ts'
import type { FileAccount } from './match-engine.ts'
import type { PersonCounts } from './model.ts'
import type { Fingerprint } from './stored-files.ts'

export interface ImportRequest {
  readonly incidentId: string
  readonly registerPath: string
  readonly exposedPath: string
  /** File names as the user knows them, when the paths are those of an upload. */
  readonly names?: { readonly register: string; readonly exposed: string } | undefined
  /** The mapping of `--columns`, already parsed. */
  readonly columns?: unknown
  readonly onProgress?:
    | ((step: string, done: number, total: number | undefined, unit: string) => void)
    | undefined
  readonly signal?: AbortSignal | undefined
}

export interface ImportedLists {
  readonly runId: string
  readonly listVersion: { readonly id: number; readonly number: number }
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
export type Names = Readonly<Record<'register' | 'exposed' | 'quarantine', string>>

export function fileNames(request: ImportRequest): { readonly register: string; readonly exposed: string } {
  return request.names ?? { register: basename(request.registerPath), exposed: basename(request.exposedPath) }
}
