import type { BoardLine } from '../obligations/index.ts'
import type { Platform } from '../platform/platform.ts'
import { DOCUMENTS, type DocumentDefinition } from './documents/documents.ts'
import { type DossierVersion, versionsOf } from './dossier-store.ts'
import { type Dossier, missingFields } from './model.ts'
import { type AskedSource, readDossierSource } from './read-dossier-source.ts'
import { type DossierSource, linesFor } from './source.ts'
import { type Change, changesSince } from './stale.ts'

/** One document of the list, as it stands. */
export interface DossierLine {
  readonly definition: DocumentDefinition
  readonly tree: Dossier
  readonly missing: number
  /** The last hand-over; null: never. */
  readonly last: DossierVersion | null
  /** What no longer stands of it. */
  readonly changes: readonly Change[]
  /** The line of the board whose clock is its own; null when no duty asks for it. */
  readonly duty: BoardLine | null
}

export interface DossierList {
  readonly source: DossierSource
  readonly lines: readonly DossierLine[]
}

/** Every document of an organisation, made from one state of the facts, beside what was handed over of each. */
export async function readDossiers(platform: Platform, asked: AskedSource): Promise<DossierList> {
  const source = await readDossierSource(platform, asked)
  const versions = await versionsOf(platform.db, source.incident.id, source.organisation.key)
  const lines = DOCUMENTS.filter(({ ofPerson }) => !ofPerson).map((definition) =>
    lineOf(source, definition, versions.find(({ kind }) => kind === definition.kind) ?? null),
  )
  return { source, lines }
}

/** One document beside its last hand-over. */
export function lineOf(
  source: DossierSource,
  definition: DocumentDefinition,
  last: DossierVersion | null,
): DossierLine {
  const tree = definition.build(source)
  return {
    definition,
    tree,
    missing: missingFields(tree).length,
    last,
    changes: last ? changesOf(source, definition, last) : [],
    duty: dutyOf(source, definition),
  }
}

/** A hand-over keeps the document in French: it is compared with the French one. */
function changesOf(
  source: DossierSource,
  definition: DocumentDefinition,
  last: DossierVersion,
): readonly Change[] {
  return changesSince(last.tree, definition.build({ ...source, locale: 'fr' }))
}

const RANK = { required: 0, depends: 1, not_required: 2 } as const

/** Of the duties that the document serves, the one that presses most. */
function dutyOf(source: DossierSource, { rules }: DocumentDefinition): BoardLine | null {
  const lines = [...linesFor(source, ...rules)]
  lines.sort(
    (a, b) =>
      RANK[a.conclusion.result] - RANK[b.conclusion.result] ||
      (a.dueAt?.epochMilliseconds ?? Number.POSITIVE_INFINITY) -
        (b.dueAt?.epochMilliseconds ?? Number.POSITIVE_INFINITY),
  )
  return lines[0] ?? null
}
