import type { AudienceKind } from '../model.ts'
import { type Gate, type Looked, listing } from './gate.ts'
import { gateTexts } from './gate-texts.ts'

/** Populations told by themselves: what leaked of them is nobody else's. */
const APART: Partial<Record<AudienceKind, string>> = {
  health_professional: 'health_professionals',
  firm: 'firms',
  client_of_firm: 'clients_of_firms',
}
const ALL_APART = Object.values(APART)

/**
 * The data told are those of the reader's own population. Read twice: on what the notice says it was made of, and on the
 * facts that it cites, `exposure.<population>.<kind>`, which nobody types.
 */
export function populationRight(looked: Looked): Gate {
  const { tree, locale } = looked
  const words = gateTexts[locale]
  const cited = Object.keys(tree.facts).flatMap((key) => /^exposure\.([^.]+)\.[^.]+$/.exec(key)?.[1] ?? [])
  const told = [...new Set([...(tree.populations ?? []), ...cited])]
  const own = APART[tree.audience]
  const isApart = told.filter((key) => ALL_APART.includes(key))
  const strangers = own
    ? told.filter((key) => key !== own)
    : tree.audience === 'guardian' && told.length === 1
      ? []
      : isApart
  const unsaid = own && told.length === 0 && tree.exposed.length > 0 ? [own] : []
  const bad = [...strangers, ...unsaid].map((key) => ({
    detail: words.populations[key] ?? key,
    mend: { page: 'exposure' as const, of: key },
  }))
  return listing('population_right', looked, bad, {
    ok: words.populationOk,
    bad: unsaid.length > 0 ? words.populationUnsaid : words.populationBad,
  })
}
