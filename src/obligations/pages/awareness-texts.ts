import { spaced } from './spaced.ts'

const fr = {
  page: 'Prise de connaissance',
  lead: (count: string, n: number) =>
    n === 0
      ? 'Personne n’a encore dit quand l’organisme a su.'
      : n === 1
        ? 'Une prise de connaissance est notée.'
        : `${count} prises de connaissance sont notées.`,
  next: 'Chaque délai part de celle de son texte.',
  note: 'Qui l’a su, comment, par quel message, quand : la preuve de chaque délai. Une inscription n’est jamais effacée ; la plus récente d’un organisme et d’un fait vaut.',
  section: 'Ce qui est noté',
  columns: ['Quand', 'De quoi part-il', 'Qui et comment', 'Preuve', 'Inscrit'] as [
    string,
    string,
    string,
    string,
    string,
  ],
  none: 'Rien n’est encore noté.',
  replaced: 'remplacée depuis',
  form: 'Noter une prise de connaissance',
  fact: 'Ce qui a été su',
  organisation: 'De quel organisme',
  who: 'Qui l’a su',
  whoHelp: 'Un nom ou une fonction de l’organisme.',
  how: 'Comment',
  howHelp: 'Par exemple : message de Tiersoin, appel de l’hébergeur.',
  evidence: 'Le message ou la preuve',
  evidenceHelp: 'Sa référence, son objet, où il est gardé.',
  submit: 'Enregistrer',
  submitNote: 'Inscrit avec votre nom et l’heure. Les délais qui en partent sont recalculés.',
}

const en: typeof fr = {
  page: 'Awareness',
  lead: (count, n) =>
    n === 0
      ? 'Nobody has said yet when the organisation knew.'
      : n === 1
        ? 'One awareness is recorded.'
        : `${count} records of awareness are kept.`,
  next: 'Each time limit runs from the one of its text.',
  note: 'Who knew, how, through which message, when: the evidence of each time limit. A record is never erased; the latest of an organisation and a fact holds.',
  section: 'What is recorded',
  columns: ['When', 'What it starts', 'Who and how', 'Evidence', 'Recorded'],
  none: 'Nothing is recorded yet.',
  replaced: 'replaced since',
  form: 'Record an awareness',
  fact: 'What was known',
  organisation: 'Of which organisation',
  who: 'Who knew',
  whoHelp: 'A name or a function within the organisation.',
  how: 'How',
  howHelp: 'For example: message of Tiersoin, call of the host.',
  evidence: 'The message or the evidence',
  evidenceHelp: 'Its reference, its subject, where it is kept.',
  submit: 'Record',
  submitNote: 'Recorded with your name and the time. The time limits that run from it are computed again.',
}

export const awarenessTexts = { fr: spaced(fr), en }
