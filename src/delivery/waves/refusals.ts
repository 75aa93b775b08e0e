import { formatDecimal, formatInteger } from '../../platform/i18n.ts'
import { define, refusals } from '../../platform/refusal.ts'
import type { PacingField } from './settings.ts'

const conflict = { http: 409, exit: 69 } as const
const usage = { http: 422, exit: 64 } as const

/** What each field takes, after « il faut ». */
const EXPECTED: Record<PacingField, { fr: string; en: string }> = {
  capacity: {
    fr: 'Appels par heure\u00a0: un nombre entier, ou rien',
    en: 'Calls an hour: a whole number, or nothing',
  },
  call_percent: {
    fr: 'Part des personnes qui appellent\u00a0: un nombre au-dessus de 0, jusqu’à 100',
    en: 'Share of people who call: a number above 0, up to 100',
  },
  call_hours: {
    fr: 'Heures d’ouverture après le message\u00a0: un nombre au-dessus de 0, jusqu’à 500',
    en: 'Hours of opening after the message: a number above 0, up to 500',
  },
  ceiling: {
    fr: 'Plafond du relais\u00a0: un nombre entier d’e‑mails par heure\u202f; sans capacité d’appels, il en faut un',
    en: 'Ceiling of the relay: a whole number of e-mails an hour; without a call capacity one is needed',
  },
  first_wave: {
    fr: 'Première vague\u00a0: un nombre entier, 1 au moins',
    en: 'First wave: a whole number, 1 at least',
  },
  look_minutes: {
    fr: 'Pause après la première vague\u00a0: un nombre entier de minutes',
    en: 'Pause after the first wave: a whole number of minutes',
  },
  days: { fr: 'Jours\u00a0: mon-fri, mon-sat ou every-day', en: 'Days: mon-fri, mon-sat or every-day' },
  hours: {
    fr: 'Heures\u00a0: par exemple 09:00-12:30 13:30-18:00, dans l’ordre',
    en: 'Hours: for example 09:00-12:30 13:30-18:00, in order',
  },
  holidays: { fr: 'Jours fériés\u00a0: closed ou open', en: 'Public holidays: closed or open' },
}

/** Rules of waves and paces that a person can break. */
export const wavesRefusals = refusals('waves', {
  setting: define<{ field: PacingField }>({
    ...usage,
    fr: ({ field }) => `${EXPECTED[field].fr}. Corrigez ce réglage\u202f; rien n’est changé.`,
    en: ({ field }) => `${EXPECTED[field].en}. Correct this setting; nothing is changed.`,
  }),
  cannotFit: define<{ capacity: number; percent: number }>({
    ...conflict,
    fr: ({ capacity, percent }) =>
      `Avec ${formatInteger(capacity, 'fr')} appels par heure et ${formatDecimal(percent, 'fr', 1)}\u202f% de personnes qui appellent, aucun message ne tient. Augmentez la capacité d’appels.`,
    en: ({ capacity, percent }) =>
      `No message fits in ${formatInteger(capacity, 'en')} calls an hour when ${formatDecimal(percent, 'en', 1)}% of people call. Raise the call capacity.`,
  }),
  tooLong: define<{ messages: number; perHour: number }>({
    ...conflict,
    fr: ({ messages, perHour }) =>
      `À ${formatInteger(perHour, 'fr')} e‑mails par heure, ${formatInteger(messages, 'fr')} e‑mails prendraient plus d’un an. Augmentez la capacité d’appels, le plafond ou les heures.`,
    en: ({ messages, perHour }) =>
      `At ${formatInteger(perHour, 'en')} e-mails an hour, ${formatInteger(messages, 'en')} e-mails would take more than a year. Raise the call capacity, the ceiling or the hours.`,
  }),
  undecided: define<{ reference: string }>({
    ...conflict,
    fr: ({ reference }) =>
      `Personne n’a encore décidé des vagues de la campagne ${reference}. Confirmez-les, ou choisissez d’envoyer sans vagues (page «\u00a0Envois\u00a0», ou tocsin campaign waves).`,
    en: ({ reference }) =>
      `Nobody has decided the waves of campaign ${reference} yet. Confirm them, or choose to send without waves (page “Sending”, or tocsin campaign waves).`,
  }),
  ended: define<{ reference: string }>({
    ...conflict,
    fr: ({ reference }) => `La campagne ${reference} est terminée\u202f: ses vagues ne changent plus.`,
    en: ({ reference }) => `Campaign ${reference} has ended: its waves no longer change.`,
  }),
  begun: define<{ wave: number }>({
    ...conflict,
    fr: ({ wave }) =>
      `La vague ${wave} a commencé ou n’existe pas. Suspendez la campagne pour l’arrêter, ou choisissez une vague à venir.`,
    en: ({ wave }) =>
      `Wave ${wave} has begun or does not exist. Pause the campaign to stop it, or choose a wave to come.`,
  }),
  delay: define({
    ...usage,
    fr: () => 'Retard d’une vague\u00a0: un nombre entier de minutes, de 1 à 20 160 (deux semaines).',
    en: () => 'Delay of a wave: a whole number of minutes, from 1 to 20,160 (two weeks).',
  }),
  domainNotHeld: define<{ domain: string }>({
    ...conflict,
    fr: ({ domain }) => `Rien ne retient ni ne ralentit ${domain}. Rechargez la page.`,
    en: ({ domain }) => `Nothing holds nor slows ${domain}. Reload the page.`,
  }),
  calls: define({
    ...usage,
    fr: () => 'Appels reçus\u00a0: un nombre entier, 0 au moins.',
    en: () => 'Calls received: a whole number, 0 at least.',
  }),
})
