import type { Words } from '../law/index.ts'
import type { Dossier, DossierField, DossierSection, SourceRef } from './model.ts'

/** One thing that a document handed over says, and that no longer stands. */
export interface Change {
  readonly label: Words
  /** What the version handed over says; null: it said that it was missing, or it is a table. */
  readonly before: readonly string[] | null
  /** What the facts say now; null: nothing any more, or it is a table. */
  readonly now: readonly string[] | null
  readonly ofTable: boolean
}

/**
 * What changed since a document was handed over: fields and tables that now rest on other rows. A count that grew, or
 * words of ours that changed, change no row: they make nothing stale.
 */
export function changesSince(kept: Dossier, now: Dossier): readonly Change[] {
  const today = new Map(fieldsOf(now).map((field) => [field.id, field]))
  const before = new Map(fieldsOf(kept).map((field) => [field.id, field]))
  const ofFields = [...new Set([...before.keys(), ...today.keys()])].flatMap((id) => {
    const [old, current] = [before.get(id), today.get(id)]
    if (sameRows(old?.sources, current?.sources)) return []
    const label = (current ?? old)!.label
    return [{ label, before: old?.value ?? null, now: current?.value ?? null, ofTable: false }]
  })
  return [...ofFields, ...changedTables(kept, now)]
}

function changedTables(kept: Dossier, now: Dossier): Change[] {
  const today = new Map(now.sections.map((section) => [section.title.fr, section]))
  return kept.sections.flatMap(({ title, sources }: DossierSection) => {
    const current = today.get(title.fr)
    return current && !sameRows(sources, current.sources)
      ? [{ label: title, before: null, now: null, ofTable: true }]
      : []
  })
}

const fieldsOf = ({ sections }: Dossier): readonly DossierField[] =>
  sections.flatMap(({ fields = [] }) => fields)

function sameRows(one: readonly SourceRef[] = [], other: readonly SourceRef[] = []): boolean {
  const rows = (refs: readonly SourceRef[]) =>
    [...new Set(refs.filter(({ id }) => id !== '').map(({ key, id }) => `${key} ${id}`))].sort().join('\n')
  return rows(one) === rows(other)
}
