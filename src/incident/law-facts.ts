import { LAW_FACTS, type LawFact, lawFact } from '../law/index.ts'
import type { CatalogueEntry } from './fact-catalogue.ts'

const PREFIX = 'law.'

/**
 * Where a fact of the law room lives among the incident's facts: under the key that already holds it for the desk's own
 * organisation, else `law.<fact>`; for another organisation of the chain `law.<fact>.<its key>`. Facts shared by all have no owner.
 */
export function lawFactKey(
  fact: string,
  organisation?: { readonly key: string; readonly own: boolean },
): string {
  const known = lawFact(fact)
  if (organisation && !organisation.own && known?.scope === 'organisation')
    return `${PREFIX}${fact}.${organisation.key}`
  return known?.incidentKey ?? `${PREFIX}${fact}`
}

/** `law.sector.tiersoin` gives the fact and the organisation's key; undefined for a key that the law room does not know. */
export function readLawKey(
  key: string,
): { readonly fact: string; readonly organisation: string | null } | undefined {
  if (!key.startsWith(PREFIX)) return undefined
  const [fact = '', ...organisation] = key.slice(PREFIX.length).split('.')
  if (!lawFact(fact)) return undefined
  return { fact, organisation: organisation.length > 0 ? organisation.join('.') : null }
}

/** The law's facts are stated like the others: kind, name and choices come from its own catalogue. */
export function lawEntry(key: string): CatalogueEntry | undefined {
  const read = readLawKey(key)
  const known = read && lawFact(read.fact)
  return known && entryOf(known, read.organisation)
}

function entryOf({ kind, question, help, choices }: LawFact, organisation: string | null): CatalogueEntry {
  const of = organisation === null ? '' : ` (${organisation})`
  return {
    kind,
    group: 'law',
    label: { fr: `${question.fr}${of}`, en: `${question.en}${of}` },
    help: help ?? { fr: '', en: '' },
    ...(choices && { choices }),
  }
}

/** Keys of the law's facts that no other key of the incident holds, for the desk's own organisation. */
export const LAW_KEYS: readonly string[] = Object.entries<LawFact>(LAW_FACTS)
  .filter(([, { incidentKey }]) => incidentKey === undefined)
  .map(([fact]) => `${PREFIX}${fact}`)
