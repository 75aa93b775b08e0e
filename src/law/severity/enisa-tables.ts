import { type Words, words } from '../model.ts'
import type { EnisaFamily } from './data-kind.ts'

/** ENISA, Recommendations for a methodology of the assessment of severity of personal data breaches, v1.0, Dec 2013 (secondary: two public encodings agree). */
export const FAMILY_BASE: Readonly<Record<EnisaFamily, 1 | 2 | 3 | 4>> = {
  simple: 1,
  behavioural: 2,
  financial: 3,
  sensitive: 4,
}

export const FAMILY_WORDS: Readonly<Record<EnisaFamily, Words>> = {
  simple: words('données simples', 'simple data'),
  behavioural: words('données de comportement', 'behavioural data'),
  financial: words('données financières', 'financial data'),
  sensitive: words('données sensibles', 'sensitive data'),
}

interface Adjustment {
  readonly step: -3 | -2 | -1 | 0 | 1 | 2 | 3
  readonly words: Words
}

/** The whole table of the data processing context: what each step of each family means, for the person who overrides it. */
const DPC_TABLE: Readonly<Record<EnisaFamily, readonly Adjustment[]>> = {
  simple: [
    { step: 0, words: words('liste de clients d’un commerce', 'customer list of a shop') },
    {
      step: 1,
      words: words(
        'profil, ou situation sociale ou financière devinée',
        'profile, or guess of social or financial status',
      ),
    },
    {
      step: 2,
      words: words(
        'santé, vie sexuelle, opinions ou religion devinées',
        'guess of health, sexual, political or religious data',
      ),
    },
    {
      step: 3,
      words: words('vitales pour la sécurité de la personne', 'vital for the safety of the person'),
    },
  ],
  behavioural: [
    { step: -1, words: words('peu révélatrices, ou faciles à trouver', 'little insight, or easily public') },
    {
      step: 0,
      words: words('une semaine d’appels, des achats mensuels', 'a week of calls, monthly purchases'),
    },
    { step: 1, words: words('profil de la vie quotidienne', 'profile of daily life') },
    { step: 2, words: words('profil tiré de données sensibles', 'profile from sensitive data') },
  ],
  financial: [
    { step: -2, words: words('rien n’est révélé', 'no insight') },
    { step: -1, words: words('peu : un numéro de compte seul', 'some: an account number only') },
    { step: 0, words: words('un mois de soldes', 'one month of balances') },
    {
      step: 1,
      words: words('de quoi frauder ou établir un profil', 'full data enabling fraud or a profile'),
    },
  ],
  sensitive: [
    { step: -3, words: words('peu révélatrices, ou publiques', 'little insight, or public') },
    { step: -2, words: words('suppositions générales', 'general assumptions') },
    { step: -1, words: words('suppositions', 'assumptions') },
    { step: 0, words: words('résultats, orientation déclarée', 'test results, declared orientation') },
  ],
}

/** What a value of the context stands for, an example for each family. */
export function contextExamples(
  value: number,
): readonly { readonly family: Words; readonly example: Words }[] {
  return (Object.keys(DPC_TABLE) as EnisaFamily[]).flatMap((family) =>
    DPC_TABLE[family]
      .filter(({ step }) => FAMILY_BASE[family] + step === value)
      .map(({ words: example }) => ({ family: FAMILY_WORDS[family], example })),
  )
}

/** Steps that the category itself calls for; any other is for a person to choose. */
export const STEP_OF_CODE: Readonly<Record<string, Adjustment['step']>> = {
  cover: 1,
  insurance_terms: 1,
  job_application: 1,
  purchase_history: 0,
  ip_address: -1,
  credit_card: 1,
  bank_access: 1,
  bank_details: 0,
  tax_number: 0,
  food_preferences: -3,
  reimbursements: -1,
}

const EI_VALUES = [0.25, 0.5, 0.75, 1] as const
export type EaseOfIdentification = (typeof EI_VALUES)[number]

export const EI_WORDS: Readonly<Record<EaseOfIdentification, Words>> = {
  0.25: words('négligeable', 'negligible'),
  0.5: words('limitée', 'limited'),
  0.75: words('importante', 'significant'),
  1: words('maximale', 'maximum'),
}

export const BANDS = ['low', 'medium', 'high', 'very_high'] as const
export type SeverityBand = (typeof BANDS)[number]

export const BAND_WORDS: Readonly<Record<SeverityBand, Words>> = {
  low: words('faible : désagréments mineurs', 'low: minor inconvenience'),
  medium: words('moyenne : gêne surmontable', 'medium: significant, overcome with some difficulty'),
  high: words('élevée : difficultés sérieuses', 'high: serious difficulty'),
  very_high: words('très élevée : dommages irréversibles', 'very high: irreversible'),
}

export const FACTOR_WORDS = {
  dpc: words('contexte du traitement', 'data processing context'),
  ei: words('facilité d’identification', 'ease of identification'),
  confidentiality: words('perte de confidentialité', 'loss of confidentiality'),
  integrity: words('perte d’intégrité', 'loss of integrity'),
  availability: words('perte de disponibilité', 'loss of availability'),
  malicious: words('intention malveillante', 'malicious intent'),
} as const satisfies Record<string, Words>
export type FactorName = keyof typeof FACTOR_WORDS

/** Values that the method allows; whole points only for the context of the data. */
export const ALLOWED: Readonly<Record<FactorName, readonly number[]>> = {
  dpc: [1, 2, 3, 4],
  ei: EI_VALUES,
  confidentiality: [0, 0.25, 0.5],
  integrity: [0, 0.25, 0.5],
  availability: [0, 0.25, 0.5],
  malicious: [0, 0.5],
}
