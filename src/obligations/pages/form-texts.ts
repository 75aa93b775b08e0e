import { spaced } from './spaced.ts'

const fr = {
  day: 'Jour',
  time: 'Heure',
  timeHelp: 'À la minute, telle qu’on l’a lue à l’horloge.',
  zone: 'À l’heure de',
  file: 'Fichier',
  fileHelp:
    'Gardé chiffré, avec son empreinte, aussi après une purge : n’y joignez aucune liste de personnes. 20 Mo au plus.',
  optional: 'Facultatif.',
  instant: {
    missing: 'Donnez le jour et l’heure.',
    day: 'Ce jour n’existe pas. Corrigez-le.',
    time: 'Cette heure n’existe pas. Corrigez-la, par exemple 18:40.',
    zone: 'Choisissez un lieu de la liste.',
    skipped:
      'Cette heure n’existe pas ce jour-là : les horloges ont avancé d’une heure. Donnez l’heure lue à l’horloge.',
    ambiguous:
      'Cette heure est passée deux fois ce jour-là : les horloges ont reculé d’une heure. Dites laquelle.',
  },
  which: 'Laquelle des deux ?',
  before: (time: string, offset: string) => `${time}, la première fois, avant le recul (UTC${offset})`,
  after: (time: string, offset: string) => `${time}, la seconde fois, une heure après (UTC${offset})`,
  back: 'Échéances',
  notChanged: 'Rien n’a été enregistré.',
}

const en: typeof fr = {
  day: 'Day',
  time: 'Time',
  timeHelp: 'To the minute, as read on the clock.',
  zone: 'By the clock of',
  file: 'File',
  fileHelp: 'Kept encrypted, with its hash, after a purge too: join no list of people. 20 MB at most.',
  optional: 'Optional.',
  instant: {
    missing: 'Give the day and the time.',
    day: 'This day does not exist. Correct it.',
    time: 'This time does not exist. Correct it, for example 18:40.',
    zone: 'Choose a place of the list.',
    skipped:
      'This time does not exist on that day: the clocks went forward one hour. Give the time read on the clock.',
    ambiguous: 'This time came twice on that day: the clocks went back one hour. Say which.',
  },
  which: 'Which of the two?',
  before: (time, offset) => `${time}, the first time, before the clocks went back (UTC${offset})`,
  after: (time, offset) => `${time}, the second time, one hour later (UTC${offset})`,
  back: 'Deadlines',
  notChanged: 'Nothing was recorded.',
}

export const formTexts = { fr: spaced(fr), en }
