import { type Certainty, type Words, words } from '../model.ts'
import { crowd } from './crowd.ts'
import { effectiveCodes } from './data-at-stake.ts'
import type { RiskFacts } from './risk-facts.ts'
import { holderOf, mayHaveBeenSeen } from './weigh-confidentiality.ts'
import { RISK_LEVELS, type RiskLevel, rank } from './weighing.ts'

/** What French law adds, shown apart from ENISA's score, which it does not change. */
export interface OverlayMark {
  readonly code: string
  readonly words: Words
  readonly article: Words
  readonly certainty: Certainty
  /** The proposal is at least this, because of it. */
  readonly floor: RiskLevel
  /** Whether it raised the proposal, and from what. */
  readonly raisedFrom: RiskLevel | null
}

/** The NIR opens accounts (Ameli, FranceConnect) and is under a regime of its own; official documents serve to pass for somebody. */
const MARKS: readonly (Pick<OverlayMark, 'words' | 'article' | 'certainty'> & {
  readonly codes: readonly string[]
})[] = [
  {
    codes: ['nir'],
    words: words(
      'Le numéro de sécurité sociale est spécialement protégé en France ; il ouvre des comptes et ne change pas.',
      'The social security number is specially protected in France; it opens accounts and never changes.',
    ),
    article: words('loi 78-17, art. 30', 'Act 78-17, art. 30'),
    certainty: 'to_check',
  },
  {
    codes: ['id_document', 'passport'],
    words: words(
      'Une pièce officielle permet de se faire passer pour la personne.',
      'An official document lets somebody pass for the person.',
    ),
    article: words(
      'téléservice de la CNIL, rubrique « documents officiels »',
      'CNIL teleservice, “official documents”',
    ),
    certainty: 'to_check',
  },
]

/** Marks that hold for these facts; none where the data could not be seen or read. `level` is the proposal without them. */
export function frenchOverlay(facts: RiskFacts, level: RiskLevel | null): readonly OverlayMark[] {
  if (!mayHaveBeenSeen(facts) || (facts.encrypted === true && facts.keyCompromised !== true)) return []
  const codes = effectiveCodes(facts)
  const floor = floorOf(facts)
  return MARKS.flatMap(({ codes: marked, ...mark }) => {
    const code = marked.find((one) => codes.includes(one))
    if (!code) return []
    return [{ ...mark, code, floor, raisedFrom: level !== null && rank(level) < rank(floor) ? level : null }]
  })
}

/** A floor, never a ceiling: lower only where somebody bound to secrecy confirmed that a few people's data are gone. */
function floorOf(facts: RiskFacts): RiskLevel {
  const many = crowd(facts)
  switch (holderOf(facts)) {
    case 'trusted':
      return facts.returned === true && many.few ? 'unlikely' : 'risk'
    case 'known':
      return many.few || facts.persons.range === null ? 'risk' : 'high'
    default:
      return 'high'
  }
}

export const raised = (level: RiskLevel | null, marks: readonly OverlayMark[]): RiskLevel | null =>
  marks.reduce<RiskLevel | null>(
    (least, { floor }) =>
      least === null
        ? floor === 'high'
          ? floor
          : null
        : (RISK_LEVELS[Math.max(rank(least), rank(floor))] ?? least),
    level,
  )
