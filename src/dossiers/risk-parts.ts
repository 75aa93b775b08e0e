import { exposureOf } from './breach-parts.ts'
import { field, fillFact, lawField } from './fields.ts'
import type { DossierField } from './model.ts'
import { type DossierSource, lawKey, linesFor, refOf, standing, type Told, toldFact } from './source.ts'

/** What a person decided, and why. The proposal of Tocsin is an aid: it is never given for a decision. */
export function riskFields(source: DossierSource): DossierField[] {
  return [
    lawField(source, ['risk_decided', 'Risque retenu', 'Risk decided'], 'risk_decided', { fill: 'clocks' }),
    field('risk_reasons', 'Raisons de cette décision', 'Reasons for that decision', riskReasons(source), {
      fill: fillFact(source, 'risk_reasons'),
    }),
  ]
}

export function riskReasons(source: DossierSource): Told | null {
  return toldFact(source, 'risk_reasons')
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
