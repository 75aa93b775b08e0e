import { define, refusals } from '../platform/refusal.ts'
import type { Obstacle } from './model.ts'
import { obstacleWords } from './texts.ts'

const conflict = { http: 409, exit: 69 } as const

export const purgeRefusals = refusals('purge', {
  notNow: define<{ obstacles: readonly Obstacle[] }>({
    ...conflict,
    fr: ({ obstacles }) => `Rien n’est purgé. ${obstacleWords(obstacles, 'fr')}`,
    en: ({ obstacles }) => `Nothing is purged. ${obstacleWords(obstacles, 'en')}`,
  }),
  alreadyAsked: define<{ by: string }>({
    ...conflict,
    fr: ({ by }) => `La purge est déjà demandée par ${by}. Une seconde personne la confirme, ou la retire.`,
    en: ({ by }) => `The purge was already asked for by ${by}. A second person confirms it, or withdraws it.`,
  }),
  samePerson: define({
    http: 403,
    exit: 77,
    fr: () => 'Vous avez demandé cette purge. Une seconde personne la confirme.',
    en: () => 'You asked for this purge. A second person confirms it.',
  }),
  roleNeeded: define({
    http: 403,
    exit: 77,
    fr: () => 'Seuls le pilote et la déléguée à la protection des données purgent un incident.',
    en: () => 'Only the lead and the data protection officer purge an incident.',
  }),
  notAsked: define({
    ...conflict,
    fr: () => 'Aucune purge n’est demandée. Lisez d’abord le plan, puis demandez-la.',
    en: () => 'No purge was asked for. Read the plan first, then ask for it.',
  }),
  planChanged: define({
    ...conflict,
    fr: () =>
      'L’incident a changé depuis la demande\u00a0: le plan lu n’est plus le bon. Retirez la demande, relisez le plan, demandez à nouveau.',
    en: () =>
      'The incident changed since the request: the plan that was read no longer holds. Withdraw the request, read the plan, ask again.',
  }),
  purged: define<{ on: string }>({
    http: 409,
    exit: 69,
    fr: ({ on }) =>
      `Purgé le ${on}. Les données des personnes de cet incident n’existent plus ici\u202f; les comptes, les textes, les sceaux et la main courante restent.`,
    en: ({ on }) =>
      `Purged on ${on}. The data of people in this incident no longer exists here; counts, texts, seals and the journal stay.`,
  }),
  badRetention: define({
    http: 422,
    exit: 64,
    fr: () =>
      'La durée est un nombre de jours (0 à 36500) après la clôture, ou une date AAAA-MM-JJ. Donnez l’un des deux.',
    en: () =>
      'The retention is a number of days (0 to 36500) after the closure, or a date YYYY-MM-DD. Give one of the two.',
  }),
})
