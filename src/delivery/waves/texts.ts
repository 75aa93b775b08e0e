import type { Temporal } from '../../platform/clock.ts'
import { formatDuration, formatInstant, formatInteger, type Locale, ZONE } from '../../platform/i18n.ts'

const n = (value: number) => formatInteger(value, 'fr')
const m = (value: number) => formatInteger(value, 'en')

const fr = {
  wave: (number: number) => `Vague\u00a0${n(number)}`,
  waves: 'Vagues',
  wavesAside: (emails: number) => `${n(emails)} e‑mails, espacés selon les appels`,
  columns: ['Vague', 'État', 'Avancement', 'Horaire'],
  states: { finished: 'Finie', running: 'En\u00a0cours', to_come: 'À\u00a0venir', held: 'Retenue' },
  planned: 'prévu',
  leftOfWave: (left: number) => `reste ${n(left)}`,
  domainsWait: (count: number) =>
    count < 2
      ? 'Un domaine est retenu\u00a0: ses messages attendent une personne.'
      : `${n(count)} domaines sont retenus\u00a0: leurs messages attendent une personne.`,
  domainsHeld: (count: number) => `${n(count)} ${count < 2 ? 'domaine retenu' : 'domaines retenus'}`,
  heldUntil: 'jusqu’à ce qu’une personne la laisse partir',
  leadRunning: (number: number, all: number) => `Vague ${n(number)} sur ${n(all)} en cours.`,
  leadToCome: (number: number, all: number, when: string) => `Vague ${n(number)} sur ${n(all)} ${when}.`,
  leadHeld: (number: number, all: number) => `Vague ${n(number)} sur ${n(all)} retenue.`,
  ends: (left: string, at: string) => `Fin des e‑mails prévue dans ${left}, ${at}.`,
  at: (time: string) => `à ${time}`,
  on: (day: string) => `le ${day}`,
  ceiling: (mean: string, ceiling: number) => `${mean} · plafond ${n(ceiling)}`,
  leftByWave: (parts: readonly { number: number; left: number }[]) =>
    parts.map(({ number, left }) => `${n(left)} en vague ${n(number)}`).join(' · '),
  otherWaves: (left: number, waves: number) =>
    `${n(left)} en ${waves < 2 ? 'une autre vague' : `${n(waves)} autres vagues`}`,
  expected: 'Appels attendus',
  capacity: (calls: number) => `capacité ${n(calls)}`,
  received: (calls: number, since: string) => `${n(calls)} reçus depuis ${since}`,
  breakerNote: (refused: number, attempts: number, threshold: number) =>
    `${n(refused)} refus nous visant sur ${n(attempts)}\u202f; seuil ${n(threshold)}`,
  delay: (number: number) => `Retarder la vague ${n(number)}`,
  delayBy: 'de',
  minutes: 'minutes',
  hold: (number: number) => `Retenir la vague ${n(number)}`,
  letGo: (number: number) => `Laisser partir la vague ${n(number)}`,
  delayNote: 'Les vagues qui suivent attendent aussi. La vague en cours continue.',
  settings: 'Vagues et capacité d’appels',
  change: 'Changer les vagues',
  undecided: 'Personne n’a encore décidé des vagues.',
  undecidedReal: 'Confirmez-les avant de commencer l’envoi, ou choisissez d’envoyer sans vagues.',
  undecidedExercise: 'Un exercice part d’un trait, sauf décision contraire.',
  decidedBy: (name: string) => `Décidé par ${name},`,
  without: 'Sans vagues\u00a0: les messages partent au rythme du relais, à toute heure.',
  preview: 'Voir ce que cela donne',
  confirm: 'Confirmer ces vagues',
  none: 'Envoyer sans vagues',
  confirmNote: 'Rien ne part avant le début de l’envoi. Les vagues commencées ne changent pas.',
  noneNote: 'Tous les appels peuvent arriver dans les mêmes heures.',
  planEnds: (at: string) => `Si l’envoi commence maintenant, le dernier e‑mail part ${at}.`,
  planPeak: (calls: number, at: string) => `Heure la plus chargée\u00a0: ${n(calls)} appels, ${at}.`,
  nothingToPlan: 'Aucun e‑mail ne reste à répartir.',
  atMost: (perHour: number) => `${n(perHour)} e‑mails par heure au plus`,
  planColumns: ['Vague', 'E‑mails', 'S’ouvre', 'Finit'],
  callColumns: ['Heure', 'Appels attendus'],
  dayColumns: ['Jour', 'Appels attendus', 'Au plus en une heure'],
  callsTitle: 'Appels attendus, heure par heure',
  callsByDay: 'Appels attendus, jour par jour',
  assumption:
    'La part des personnes qui appellent et le délai sont des hypothèses\u00a0: mettez les vôtres. Les lettres ne sont pas comptées\u00a0: elles partent par lots, et leurs appels viennent à leur arrivée.',
  field: {
    capacity: ['Appels par heure que le centre peut prendre', 'Vide\u00a0: les appels ne sont pas comptés.'],
    call_percent: ['Personnes qui appellent, sur cent', 'Hypothèse. 5 veut dire une personne sur vingt.'],
    call_hours: [
      'Heures d’ouverture pendant lesquelles elles appellent',
      'Presque toutes (95\u202f%) ont alors appelé.',
    ],
    ceiling: [
      'E‑mails par heure au plus',
      'Le plafond du relais. Vide\u00a0: autant que les appels le permettent.',
    ],
    first_wave: [
      'Messages de la première vague',
      'Petite\u00a0: elle montre ce qui ne va pas avant que beaucoup lisent.',
    ],
    look_minutes: ['Pause après la première vague, en minutes', 'Comptée en heures d’ouverture du centre.'],
    days: ['Jours', ''],
    hours: [
      'Heures du centre d’appels, Paris',
      'Par exemple 09:00-12:30 13:30-18:00. Rien ne part en dehors.',
    ],
    holidays: ['Jours fériés', ''],
  },
  days: { 'mon-fri': 'du lundi au vendredi', 'mon-sat': 'du lundi au samedi', 'every-day': 'tous les jours' },
  holidays: { closed: 'fermé', open: 'ouvert' },
  pace: 'Rythme',
  normal: 'normal',
  slowed: 'ralenti',
  slowedTo: (perHour: number) => `${n(perHour)}/h`,
  heldDomain: 'retenu',
  heldDomainWhy: 'il refuse nos messages, les autres non',
  resumeDomain: 'Reprendre',
  recordCalls: 'Inscrire les appels reçus',
  callsField: 'Appels reçus dans la dernière heure',
  callsNote: 'Pour les comparer aux appels attendus.',
}

const en: typeof fr = {
  wave: (number) => `Wave\u00a0${m(number)}`,
  waves: 'Waves',
  wavesAside: (emails) => `${m(emails)} e-mails, spaced by the calls`,
  columns: ['Wave', 'State', 'Progress', 'Schedule'],
  states: { finished: 'Finished', running: 'Under\u00a0way', to_come: 'To\u00a0come', held: 'Held' },
  planned: 'planned',
  leftOfWave: (left) => `${m(left)} left`,
  domainsWait: (count) =>
    count === 1
      ? 'One domain is held: its messages wait for a person.'
      : `${m(count)} domains are held: their messages wait for a person.`,
  domainsHeld: (count) => `${m(count)} ${count === 1 ? 'domain' : 'domains'} held`,
  heldUntil: 'until a person lets it go',
  leadRunning: (number, all) => `Wave ${m(number)} of ${m(all)} under way.`,
  leadToCome: (number, all, when) => `Wave ${m(number)} of ${m(all)} ${when}.`,
  leadHeld: (number, all) => `Wave ${m(number)} of ${m(all)} held.`,
  ends: (left, at) => `Last e-mail planned in ${left}, ${at}.`,
  at: (time) => `at ${time}`,
  on: (day) => `on ${day}`,
  ceiling: (mean, ceiling) => `${mean} · ceiling ${m(ceiling)}`,
  leftByWave: (parts) => parts.map(({ number, left }) => `${m(left)} in wave ${m(number)}`).join(' · '),
  otherWaves: (left, waves) => `${m(left)} in ${waves === 1 ? 'one other wave' : `${m(waves)} other waves`}`,
  expected: 'Calls expected',
  capacity: (calls) => `capacity ${m(calls)}`,
  received: (calls, since) => `${m(calls)} received since ${since}`,
  breakerNote: (refused, attempts, threshold) =>
    `${m(refused)} refusals about us out of ${m(attempts)}; threshold ${m(threshold)}`,
  delay: (number) => `Put off wave ${m(number)}`,
  delayBy: 'by',
  minutes: 'minutes',
  hold: (number) => `Hold wave ${m(number)}`,
  letGo: (number) => `Let wave ${m(number)} go`,
  delayNote: 'The waves that follow wait too. The wave under way goes on.',
  settings: 'Waves and call capacity',
  change: 'Change the waves',
  undecided: 'Nobody has decided the waves yet.',
  undecidedReal: 'Confirm them before sending starts, or choose to send without waves.',
  undecidedExercise: 'An exercise is sent in one go, unless decided otherwise.',
  decidedBy: (name) => `Decided by ${name},`,
  without: 'Without waves: messages leave at the pace of the relay, at any hour.',
  preview: 'See the result',
  confirm: 'Confirm these waves',
  none: 'Send without waves',
  confirmNote: 'Nothing leaves before sending starts. Waves that have begun do not change.',
  noneNote: 'All the calls may come within the same hours.',
  planEnds: (at) => `If sending starts now, the last e-mail leaves ${at}.`,
  planPeak: (calls, at) => `Busiest hour: ${m(calls)} calls, ${at}.`,
  nothingToPlan: 'No e-mail is left to spread.',
  atMost: (perHour) => `${m(perHour)} e-mails an hour at most`,
  planColumns: ['Wave', 'E-mails', 'Opens', 'Ends'],
  callColumns: ['Hour', 'Calls expected'],
  dayColumns: ['Day', 'Calls expected', 'Most in one hour'],
  callsTitle: 'Calls expected, hour by hour',
  callsByDay: 'Calls expected, day by day',
  assumption:
    'The share of people who call and their delay are assumptions: enter your own. Letters are not counted: they leave in batches, and their calls come when they arrive.',
  field: {
    capacity: ['Calls an hour the centre can take', 'Empty: calls are not counted.'],
    call_percent: ['People who call, out of a hundred', 'An assumption. 5 means one person in twenty.'],
    call_hours: ['Opening hours over which they call', 'Nearly all (95%) have called by then.'],
    ceiling: ['E-mails an hour at most', 'The ceiling of the relay. Empty: as many as calls allow.'],
    first_wave: ['Messages of the first wave', 'Small: it shows what is wrong before many read it.'],
    look_minutes: ['Pause after the first wave, in minutes', 'Counted in the centre’s opening hours.'],
    days: ['Days', ''],
    hours: [
      'Hours of the call centre, Paris',
      'For example 09:00-12:30 13:30-18:00. Nothing leaves outside them.',
    ],
    holidays: ['Public holidays', ''],
  },
  days: { 'mon-fri': 'Monday to Friday', 'mon-sat': 'Monday to Saturday', 'every-day': 'every day' },
  holidays: { closed: 'closed', open: 'open' },
  pace: 'Pace',
  normal: 'normal',
  slowed: 'slowed',
  slowedTo: (perHour) => `${m(perHour)}/h`,
  heldDomain: 'held',
  heldDomainWhy: 'it refuses our messages, the others do not',
  resumeDomain: 'Resume',
  recordCalls: 'Record the calls received',
  callsField: 'Calls received in the last hour',
  callsNote: 'To compare them with those expected.',
}

export const wavesTexts = { fr, en }

/** `à 16 h 04` today in Paris, else `le mar. 9 juin, 9 h 10`. */
export function whenWords(instant: Temporal.Instant, now: Temporal.Instant, locale: Locale): string {
  const words = wavesTexts[locale]
  const day = (at: Temporal.Instant) => at.toZonedDateTimeISO(ZONE).toPlainDate()
  if (day(instant).equals(day(now))) return words.at(formatInstant(instant, locale, { form: 'time' }))
  return words.on(formatInstant(instant, locale, { form: 'short' }))
}

/** `Fin des e‑mails prévue dans 2 h 36, à 16 h 04.` */
export function endWords(endsAt: Temporal.Instant, now: Temporal.Instant, locale: Locale): string {
  return wavesTexts[locale].ends(formatDuration(now.until(endsAt), locale), whenWords(endsAt, now, locale))
}
