import type { Strategy } from './store-strategy.ts'

const fr = {
  title: 'Qui prévenir',
  link: 'Qui prévenir\u00a0: la décision',
  lead: {
    concerned_only: 'Nous prévenons les personnes sur la liste, et celles que l’on ne peut pas écarter.',
    preventive_to_all: 'Nous prévenons toutes les personnes du fichier des adhérents.',
  } satisfies Record<Strategy, string> as Record<Strategy, string>,
  undecided: 'Aucune décision n’est inscrite\u00a0: c’est la règle par défaut.',
  decided: (list: number, by: string) => `Décidé par ${by}, sur la liste v${list}, `,
  newerList: (number: number) =>
    `La liste v${number} est parue depuis\u00a0: préparez de nouveau la campagne préventive pour les adhérents nouveaux.`,
  toPrepare: 'Préparer leur campagne',
  seeSending: 'Voir les envois',
  preventiveNote:
    'Leur message ne dit jamais qu’elles ne sont pas concernées\u00a0: seulement qu’elles ne sont pas sur la liste, à cette date. Leurs coordonnées entrent dans la base à la préparation, pas avant.',
  form: 'Inscrire une décision',
  strategy: 'Qui prévenir',
  choices: {
    concerned_only: 'Les personnes sur la liste et celles que l’on ne peut pas écarter',
    preventive_to_all: 'Toutes les personnes du fichier des adhérents, par précaution',
  } satisfies Record<Strategy, string> as Record<Strategy, string>,
  why: 'Pourquoi',
  whyHelp:
    'Les raisons de l’organisme, en clair. Elles restent avec la décision\u202f; la main courante garde son numéro.',
  decide: 'Inscrire la décision',
  decideNote:
    'Une décision ne s’efface pas\u00a0: une nouvelle la remplace. Elle n’envoie rien, et n’arrête pas une campagne déjà commencée\u00a0: suspendez-la à la page Envois.',
  history: 'Décisions',
  columns: ['Décision', 'Pourquoi', 'Liste', 'Par, quand'],
  none: 'Aucune décision n’est encore inscrite.',
}

const en: typeof fr = {
  title: 'Whom to warn',
  link: 'Whom to warn: the decision',
  lead: {
    concerned_only: 'We warn the people on the list, and those who cannot be excluded.',
    preventive_to_all: 'We warn everybody in the register.',
  },
  undecided: 'No decision is recorded: this is the default rule.',
  decided: (list, by) => `Decided by ${by}, on list v${list}, `,
  newerList: (number) =>
    `List v${number} came out since: prepare the preventive campaign again for the new members.`,
  toPrepare: 'Prepare their campaign',
  seeSending: 'See the sending',
  preventiveNote:
    'Their message never says that they are not concerned: only that they are not on the list, at that date. Their contact data enter the database when it is prepared, not before.',
  form: 'Record a decision',
  strategy: 'Whom to warn',
  choices: {
    concerned_only: 'The people on the list and those who cannot be excluded',
    preventive_to_all: 'Everybody in the register, as a precaution',
  },
  why: 'Why',
  whyHelp:
    'The reasons of the organisation, in plain words. They stay with the decision; the journal keeps its number.',
  decide: 'Record the decision',
  decideNote:
    'A decision is never erased: a new one replaces it. It sends nothing, and stops no campaign already begun: pause it on the page Sending.',
  history: 'Decisions',
  columns: ['Decision', 'Why', 'List', 'By, when'],
  none: 'No decision is recorded yet.',
}

export const strategyTexts = { fr, en }
