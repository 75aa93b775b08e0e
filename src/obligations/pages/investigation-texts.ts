import { spaced } from './spaced.ts'

const fr = {
  page: 'Enquêtes',
  lead: (count: string, n: number) =>
    n === 0
      ? 'Aucune enquête n’est notée.'
      : n === 1
        ? 'Une enquête est suivie.'
        : `${count} enquêtes sont suivies.`,
  note: 'Un contrôle de la CNIL, une enquête préliminaire : qui la mène, sur quoi, où elle en est. Une enquête ouverte change les conseils donnés aux personnes.',
  section: 'Enquêtes suivies',
  columns: ['Autorité', 'Sur quoi', 'État', 'Contact'] as [string, string, string, string],
  kinds: {
    inspection: 'contrôle administratif',
    preliminary: 'enquête préliminaire',
    judicial: 'information judiciaire',
    other: 'autre',
  },
  states: { open: 'ouverte', waiting: 'attend notre réponse', answered: 'réponse donnée', closed: 'close' },
  openedOn: (day: string) => `ouverte le ${day}`,
  step: (day: string, note: string) => `${day} : ${note}`,
  form: 'Noter une enquête',
  authority: 'Autorité',
  kind: 'Nature',
  offences: 'Infractions ou objet, tels que l’autorité les nomme',
  offencesHelp: 'Un par ligne.',
  reference: 'Référence',
  day: 'Depuis le',
  contact: 'À qui parler',
  contactHelp: 'Un service et son numéro ; pas de nom de personne concernée.',
  submit: 'Noter l’enquête',
  stepForm: 'Noter une suite',
  which: 'Laquelle',
  state: 'Où elle en est',
  stepDay: 'Le',
  stepNote: 'Ce qui s’est passé',
  stepSubmit: 'Noter la suite',
}

const en: typeof fr = {
  page: 'Investigations',
  lead: (count, n) =>
    n === 0
      ? 'No investigation is recorded.'
      : n === 1
        ? 'One investigation is followed.'
        : `${count} investigations are followed.`,
  note: 'An inspection by the CNIL, a preliminary inquiry: who leads it, about what, where it stands. An open inquiry changes the advice given to people.',
  section: 'Investigations followed',
  columns: ['Authority', 'About what', 'State', 'Contact'],
  kinds: {
    inspection: 'inspection',
    preliminary: 'preliminary inquiry',
    judicial: 'judicial investigation',
    other: 'other',
  },
  states: { open: 'open', waiting: 'waits for our answer', answered: 'answered', closed: 'closed' },
  openedOn: (day) => `opened on ${day}`,
  step: (day, note) => `${day}: ${note}`,
  form: 'Record an investigation',
  authority: 'Authority',
  kind: 'Kind',
  offences: 'Offences or subject, as the authority names them',
  offencesHelp: 'One a line.',
  reference: 'Reference',
  day: 'Since',
  contact: 'Whom to speak to',
  contactHelp: 'A department and its number; no name of a concerned person.',
  submit: 'Record the investigation',
  stepForm: 'Record what followed',
  which: 'Which one',
  state: 'Where it stands',
  stepDay: 'On',
  stepNote: 'What happened',
  stepSubmit: 'Record it',
}

export const investigationTexts = { fr: spaced(fr), en }
