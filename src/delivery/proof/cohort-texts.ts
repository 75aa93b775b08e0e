import { formatInteger } from '../../platform/i18n.ts'

const n = (value: number) => formatInteger(value, 'fr')
const m = (value: number) => formatInteger(value, 'en')
const people = (value: number) => `${n(value)} ${value < 2 ? 'personne' : 'personnes'}`
const persons = (value: number) => `${m(value)} ${value === 1 ? 'person' : 'people'}`

const fr = {
  names: {
    concerned: 'personnes concernées',
    cannot_be_excluded: 'personnes que l’on ne peut pas écarter',
    preventive: 'personnes sur aucune liste, prévenues par précaution',
  },
  titles: {
    concerned: 'Personnes concernées',
    cannot_be_excluded: 'Personnes que l’on ne peut pas écarter',
    preventive: 'Personnes sur aucune liste, prévenues par précaution',
  },
  campaign: (number: number, cohort: string) => `Campagne ${n(number)}, ${cohort}`,
  strip: (told: number, all: number) => `${n(told)} ${told < 2 ? 'informée' : 'informées'} sur ${n(all)}`,
  rows: {
    email: 'Informées par e‑mail',
    letter: 'Informées par lettre',
    waiting: 'En attente, aucun envoi préparé',
    in_progress: 'En cours',
    unknown_held: 'Inconnues, retenues',
    lost: 'Perdues',
  },
  waiting: (count: number) => `${people(count)} en attente`,
  unplanned: 'Sur la liste, sans message préparé',
  waitingNote: {
    concerned: 'Elles sont sur la liste en vigueur, et aucun message n’est préparé pour elles.',
    cannot_be_excluded:
      'Relisez d’abord leurs lignes\u00a0: chaque paire décidée sort du doute. Celles qui restent reçoivent un message à elles, qui dit le doute et n’affirme rien.',
    preventive:
      'Leur message ne dit jamais qu’elles ne sont pas concernées\u00a0: seulement qu’elles ne sont pas sur la liste, à cette date.',
  },
  review: 'Relire les lignes',
  prepare: 'Préparer leur campagne',
  prepareNote: 'Rien ne part avant deux libérations.',
  variants: {
    relatives: 'avec la phrase pour les proches',
    insured_adults: 'assurés',
    dependants: 'ayants droit',
    health_professionals: 'professionnels de santé',
    firms: 'entreprises',
    clients_of_firms: 'clients d’entreprises',
  } as Record<string, string>,
  sum: 'Total',
}

const en: typeof fr = {
  names: {
    concerned: 'people concerned',
    cannot_be_excluded: 'people who cannot be excluded',
    preventive: 'people on no list, warned as a precaution',
  },
  titles: {
    concerned: 'People concerned',
    cannot_be_excluded: 'People who cannot be excluded',
    preventive: 'People on no list, warned as a precaution',
  },
  campaign: (number, cohort) => `Campaign ${m(number)}, ${cohort}`,
  strip: (told, all) => `${m(told)} told out of ${m(all)}`,
  rows: {
    email: 'Told by e-mail',
    letter: 'Told by letter',
    waiting: 'Waiting, nothing prepared',
    in_progress: 'In progress',
    unknown_held: 'Unknown, held',
    lost: 'Lost',
  },
  waiting: (count) => `${persons(count)} waiting`,
  unplanned: 'On the list, without a message prepared',
  waitingNote: {
    concerned: 'They are on the list in force, and no message is prepared for them.',
    cannot_be_excluded:
      'Review their rows first: each pair decided leaves the doubt. Those who remain get a message of their own, which says the doubt and asserts nothing.',
    preventive:
      'Their message never says that they are not concerned: only that they are not on the list, at that date.',
  },
  review: 'Review the rows',
  prepare: 'Prepare their campaign',
  prepareNote: 'Nothing leaves before two releases.',
  variants: {
    relatives: 'with the sentence for relatives',
    insured_adults: 'insured',
    dependants: 'dependants',
    health_professionals: 'health professionals',
    firms: 'firms',
    clients_of_firms: 'clients of firms',
  },
  sum: 'Total',
}

/** Words of the accounts of cohorts, on the pages of sending and proof. */
export const cohortTexts = { fr, en }
