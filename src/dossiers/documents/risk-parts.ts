import { BAND_WORDS, LEVEL_WORDS, type RiskProposal, words } from '../../law/index.ts'
import { formatDecimal } from '../../platform/i18n.ts'
import type { DossierField } from '../model.ts'
import {
  type DossierSource,
  instantOf,
  lawKey,
  linesFor,
  refOf,
  standing,
  type Told,
  toldFact,
} from '../source.ts'
import { exposureOf } from './breach-parts.ts'
import { field, fillFact, lawField } from './fields.ts'

/** What a person decided, and why. The proposal of Tocsin is an aid: it is never given for a decision. */
export function riskFields(source: DossierSource): DossierField[] {
  const { risk } = source
  const fill = 'clocks/risk'
  const missing = words('décidez du risque, avec vos raisons', 'decide on the risk, with your reasons')
  return [
    lawField(source, ['risk_decided', 'Risque retenu', 'Risk decided'], 'risk_decided', { fill, missing }),
    field(
      'risk_reasons',
      'Raisons de cette décision',
      'Reasons for that decision',
      risk && { lines: [risk.reasons], sources: [decisionRef(risk.id)] },
      { fill, missing },
    ),
    ...(risk
      ? [
          field('risk_decided_by', 'Décidé par', 'Decided by', {
            lines: [`${risk.decidedBy}, ${instantOf(source, risk.at)}`],
            sources: [decisionRef(risk.id)],
          }),
        ]
      : []),
  ]
}

const decisionRef = (id: number) => ({ key: `risk_decision.${id}`, id: String(id) })

/** What Tocsin proposed when the decision was taken, with its reasons and ENISA's score: beside the decision, never in its place. */
export function proposalField(source: DossierSource): DossierField[] {
  const proposal = proposalOf(source)
  if (!proposal || !source.risk) return []
  const { level, reasons, severity } = proposal
  const { locale } = source
  const score = `ENISA ${formatDecimal(severity.score, locale, 2)} (${BAND_WORDS[severity.band][locale]})`
  const lines = [
    ...(level ? [LEVEL_WORDS[level][locale]] : []),
    ...reasons.map((reason) => reason.words[locale]),
    score,
  ]
  return [
    field(
      'risk_proposal',
      'Proposition de Tocsin à ce moment',
      'What Tocsin proposed then',
      { lines, sources: [decisionRef(source.risk.id)] },
      {
        note: words(
          'une aide\u00a0: la décision est celle d’une personne',
          'an aid: the decision is a person’s',
        ),
      },
    ),
  ]
}

/** As it was kept with the decision. */
export function proposalOf({ risk }: Pick<DossierSource, 'risk'>): RiskProposal | null {
  return (risk?.proposal as RiskProposal | null | undefined) ?? null
}

/** Why the controller owes the CNIL nothing, as the board concludes; null when it does owe, or when nobody can say yet. */
export function notifyingReasons(source: DossierSource): Told | null {
  const because = linesFor(source, 'gdpr_33_1')
    .filter(({ conclusion }) => conclusion.result === 'not_required')
    .flatMap(({ conclusion }) => conclusion.because)
  if (because.length === 0) return null
  const keys = because.flatMap(({ facts }) => facts).map((name) => lawKey(source, name))
  return {
    lines: because.map(({ words, article }) => `${words[source.locale]} (${article[source.locale]})`),
    sources: keys.flatMap((key) => {
      const fact = standing(source, key)
      return fact ? [refOf(source, fact)] : []
    }),
  }
}

/** What a law fact states, else what the exposure tables show of these categories. */
export function lawFieldOrExposure(
  source: DossierSource,
  [id, fr, en]: readonly [id: string, fr: string, en: string],
  fact: string,
  { categories, whole }: { readonly categories: readonly string[]; readonly whole: boolean },
): DossierField {
  const key = lawKey(source, fact)
  const shown = exposureOf(source, ...categories)
  // Health is one of the special categories: its absence says nothing of the others.
  const sure = whole || shown?.lines[0]?.match(/^(oui|yes)/) ? shown : null
  return field(id, fr, en, toldFact(source, key) ?? sure, { fill: fillFact(source, key), toCheck: true })
}
