import type { LawFact, Period, Rule, Words } from '../law/index.ts'
import type { Locale } from '../platform/refusal.ts'

const fr = {
  version: 'version',
  status: 'Statut',
  statuses: {
    in_force: 'en vigueur',
    not_transposed: 'directive non transposée en droit français',
    proposed: 'proposition, pas encore la loi',
    practice: 'pratique ou tolérance d’une administration',
    contract: 'contrat',
  } satisfies Record<Rule['status'], string>,
  natures: {
    duty: 'obligation',
    condition_of_cover: 'condition de la garantie',
    right: 'droit, perdu s’il n’est pas exercé à temps',
    voluntary: 'acte volontaire, jamais dû',
  } satisfies Record<Rule['nature'], string>,
  validity: 'Validité',
  open: '…',
  certainty: 'Certitude',
  certainties: {
    checked: 'lu dans le texte',
    secondary: 'lu dans un commentaire',
    to_check: 'à vérifier',
  } satisfies Record<Rule['certainty'], string>,
  toCheck: 'aucun juriste ne l’a encore signée',
  reviewed: (on: string, by: string) => `relue le ${on} par ${by}`,
  owes: 'Qui doit',
  per: {
    organisation: 'une fois par organisme',
    client: 'à chacun de ses clients',
    supplier: 'à chacun de ses prestataires',
  } satisfies Record<Rule['per'], string>,
  to: 'À qui',
  channel: 'Par quel canal',
  contents: 'Contenu',
  trigger: 'Requis si',
  exception: 'Exception',
  clock: 'Délai',
  from: 'Court depuis',
  whichFirst: (earliest: true | 'of_others' | undefined): string =>
    earliest === undefined
      ? ''
      : earliest === true
        ? ' (le plus ancien)'
        : ' (le premier, ou à défaut le plus ancien des autres)',
  doneBy: 'Fait quand on répond à',
  disputed: 'Contesté',
  wouldChange: 'Changerait',
  warnings: 'À ne pas confondre',
  source: 'Source',
  params: 'Paramètres',
  usedBy: 'Règles qui s’en servent',
  choices: 'Codes',
  kinds: {
    yes_no: 'oui ou non',
    number: 'nombre',
    instant: 'instant',
    date: 'jour',
    choice: 'choix',
    list: 'liste',
    text: 'texte',
  } satisfies Record<LawFact['kind'], string>,
  scopes: { shared: 'dit une fois pour l’incident', organisation: 'propre à chaque organisme' },
}

const en: typeof fr = {
  version: 'version',
  status: 'Status',
  statuses: {
    in_force: 'in force',
    not_transposed: 'directive not transposed into French law',
    proposed: 'proposal, not law yet',
    practice: 'practice or tolerance of an administration',
    contract: 'contract',
  },
  natures: {
    duty: 'duty',
    condition_of_cover: 'condition of cover',
    right: 'right, lost if not used in time',
    voluntary: 'voluntary act, never due',
  },
  validity: 'Validity',
  open: '…',
  certainty: 'Certainty',
  certainties: { checked: 'read in the text', secondary: 'read in a commentary', to_check: 'to check' },
  toCheck: 'no lawyer has signed it yet',
  reviewed: (on, by) => `reviewed on ${on} by ${by}`,
  owes: 'Who owes it',
  per: {
    organisation: 'once for each organisation',
    client: 'to each of its clients',
    supplier: 'to each of its suppliers',
  },
  to: 'To whom',
  channel: 'Channel',
  contents: 'Contents',
  trigger: 'Required if',
  exception: 'Exception',
  clock: 'Delay',
  from: 'Runs from',
  whichFirst: (earliest) =>
    earliest === undefined
      ? ''
      : earliest === true
        ? ' (the earliest)'
        : ' (the first, or the earliest of the others)',
  doneBy: 'Done when answered',
  disputed: 'Disputed',
  wouldChange: 'Would change',
  warnings: 'Not to be confused',
  source: 'Source',
  params: 'Parameters',
  usedBy: 'Rules that use it',
  choices: 'Codes',
  kinds: {
    yes_no: 'yes or no',
    number: 'number',
    instant: 'instant',
    date: 'day',
    choice: 'choice',
    list: 'list',
    text: 'text',
  },
  scopes: { shared: 'said once for the incident', organisation: 'each organisation has its own' },
}

export const explainTexts: Readonly<Record<Locale, typeof fr>> = { fr, en }

const both = (fr: string, en: string): Words => ({ fr, en })

/** How a period is counted, in words. */
export function periodWords(period: Period): Words {
  switch (period.kind) {
    case 'eu_hours':
      return both(`${period.hours} heures (règlement 1182/71)`, `${period.hours} hours (Reg. 1182/71)`)
    case 'eu_days':
      return both(`${period.days} jours (règlement 1182/71)`, `${period.days} days (Reg. 1182/71)`)
    case 'eu_months':
      return both(`${period.months} mois (règlement 1182/71)`, `${period.months} months (Reg. 1182/71)`)
    case 'elapsed_hours':
      return period.hours === undefined
        ? both('les heures que le contrat fixe', 'the hours that the contract sets')
        : both(`${period.hours} heures écoulées`, `${period.hours} elapsed hours`)
    case 'french_days':
      return both(
        `${period.days} jours (droit français, sans report)`,
        `${period.days} days (French law, no roll)`,
      )
    case 'french_months':
      return both(`${period.months} mois (droit français)`, `${period.months} months (French law)`)
    case 'working_days':
      return period.days === undefined
        ? both('les jours ouvrés que le contrat fixe', 'the working days that the contract sets')
        : both(`${period.days} jours ouvrés`, `${period.days} working days`)
    case 'soft_hours':
      return both(`objectif de ${period.hours} heures`, `target of ${period.hours} hours`)
    case 'soft_days':
      return both(`objectif de ${period.days} jours`, `target of ${period.days} days`)
    case 'dora_initial':
      return both(
        '4 heures après le classement, 24 heures au plus après la connaissance',
        '4 hours after classification, at most 24 hours after awareness',
      )
    case 'dora_hours':
      return both(`${period.hours} heures (règle de midi)`, `${period.hours} hours (noon rule)`)
    case 'instant':
      return both('l’instant même', 'the instant itself')
  }
}
