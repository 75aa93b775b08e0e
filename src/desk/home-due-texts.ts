import { formatInteger } from '../platform/i18n.ts'

const fr = {
  title: 'Ce qui est dû',
  columns: ['Échéance', 'Quoi', 'À qui', 'Tenue par', 'Suite'] as readonly string[],
  all: (count: number) => (count < 2 ? 'L’échéance' : `Les ${formatInteger(count, 'fr')} échéances`),
  calendar: 'Calendrier (.ics)',
  nobody: 'Personne',
  see: 'Voir',
  untaken: '\u00a0: en retard, et personne ne tient cette échéance.',
}

const en: typeof fr = {
  title: 'What is due',
  columns: ['Deadline', 'What', 'To whom', 'Held by', 'Next'],
  all: (count) => (count === 1 ? 'The deadline' : `The ${formatInteger(count, 'en')} deadlines`),
  calendar: 'Calendar (.ics)',
  nobody: 'Nobody',
  see: 'See',
  untaken: ': late, and nobody holds this deadline.',
}

/** Words of the first screen about what is due. */
export const homeDueTexts = { fr, en }
