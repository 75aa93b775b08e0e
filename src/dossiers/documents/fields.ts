import { type Words, words } from '../../law/index.ts'
import type { DossierField } from '../model.ts'
import { type DossierSource, lawKey, type Told, toldFact } from '../source.ts'

/** What a missing value says when its field says nothing of its own. */
export const MISSING = words('inscrivez ce fait, avec sa source', 'record this fact, with its source')

interface FieldExtra extends Partial<Pick<DossierField, 'note' | 'toCheck' | 'kind' | 'fill'>> {
  /** What to do about a missing value, in place of the usual words. */
  readonly missing?: Words
}

/** A field from what was told, or missing: nothing is ever put in its place. */
export function field(
  id: string,
  fr: string,
  en: string,
  told: Told | null,
  { missing = MISSING, ...extra }: FieldExtra = {},
): DossierField {
  const lines = told?.lines.map((line) => line.trim()).filter((line) => line !== '') ?? []
  const there = told !== null && lines.length > 0
  const note = extra.note ?? (there ? undefined : missing)
  return {
    id,
    label: words(fr, en),
    value: there ? lines : null,
    sources: told?.sources ?? [],
    ...extra,
    ...(note && { note }),
  }
}

/** A field that says what one fact says. */
export function factField(
  source: DossierSource,
  [id, fr, en]: readonly [id: string, fr: string, en: string],
  key: string,
  extra: FieldExtra = {},
): DossierField {
  const block = source.facts.get(key)?.kind === 'contact' ? ({ kind: 'block' } as const) : {}
  return field(id, fr, en, toldFact(source, key), { fill: fillFact(source, key), ...block, ...extra })
}

/** The same for a fact of the law room, wherever the incident keeps it. */
export function lawField(
  source: DossierSource,
  names: readonly [id: string, fr: string, en: string],
  fact: string,
  extra: FieldExtra = {},
): DossierField {
  return factField(source, names, lawKey(source, fact), extra)
}

/** Page where the fact is entered, or changed when it is already there. */
export function fillFact(source: DossierSource, key: string): string {
  return source.facts.has(key)
    ? `facts/${encodeURIComponent(key)}/edit`
    : `facts/new?known=${encodeURIComponent(key)}`
}

/** Several things told as one value; null when none was. */
export function together(...parts: readonly (Told | null)[]): Told | null {
  const there = parts.filter((part) => part !== null)
  if (there.length === 0) return null
  return {
    lines: there.flatMap(({ lines }) => lines),
    sources: there.flatMap(({ sources }) => sources),
  }
}

/** A sentence of ours that rests on rows of the incident. */
export function stated(source: DossierSource, fr: string, en: string, sources: Told['sources'] = []): Told {
  return { lines: [source.locale === 'fr' ? fr : en], sources }
}
