import { spaced } from './spaced.ts'

const fr = {
  page: 'Contrats',
  lead: (count: string, n: number) =>
    n === 0
      ? 'Aucun délai de contrat n’est noté.'
      : n === 1
        ? 'Une clause fixe un délai.'
        : `${count} clauses fixent un délai.`,
  next: 'Relisez vos contrats : un délai plus court que la loi s’y cache souvent.',
  note: 'Les délais courent dans les deux sens : ce que le sous-traitant vous doit, et ce que vous devez à vos propres clients.',
  received: 'Ce qu’on nous doit',
  owed: 'Ce que nous devons',
  others: 'Entre d’autres organismes',
  columns: ['Qui avertit qui', 'Article', 'Délai', 'À partir de', 'Suite'] as [
    string,
    string,
    string,
    string,
    string,
  ],
  none: 'Aucune clause.',
  hours: (n: string) => `${n} heures`,
  workingDays: (n: string) => `${n} jours ouvrés`,
  undue: 'sans délai indu',
  arrow: (from: string, to: string) => `${from} avertit ${to}`,
  ended: (at: string, reason: string) => `fin notée ${at} : ${reason}`,
  end: 'Mettre fin',
  reason: 'Pourquoi',
  form: 'Ajouter une clause',
  from: 'Qui doit avertir',
  to: 'Qui doit être averti',
  article: 'Article du contrat',
  articleHelp: 'Par exemple : contrat de délégation, art. 9.',
  delay: 'Délai',
  delayHelp: 'De 1 à 8 760 heures, ou de 1 à 365 jours ouvrés.',
  unit: 'En',
  units: { hours: 'heures', working_days: 'jours ouvrés' },
  starts: 'À partir de quel fait',
  submit: 'Ajouter la clause',
  submitNote: 'Inscrite avec votre nom et l’heure. Son échéance paraît aussitôt au tableau.',
}

const en: typeof fr = {
  page: 'Contracts',
  lead: (count, n) =>
    n === 0
      ? 'No time limit of a contract is recorded.'
      : n === 1
        ? 'One clause sets a time limit.'
        : `${count} clauses set a time limit.`,
  next: 'Read your contracts again: a limit shorter than the law’s often hides there.',
  note: 'Time limits run both ways: what the processor owes you, and what you owe your own clients.',
  received: 'What is owed to us',
  owed: 'What we owe',
  others: 'Between other organisations',
  columns: ['Who tells whom', 'Article', 'Time limit', 'From', 'Next'],
  none: 'No clause.',
  hours: (n) => `${n} hours`,
  workingDays: (n) => `${n} working days`,
  undue: 'without undue delay',
  arrow: (from, to) => `${from} tells ${to}`,
  ended: (at, reason) => `ended ${at}: ${reason}`,
  end: 'End it',
  reason: 'Why',
  form: 'Add a clause',
  from: 'Who must tell',
  to: 'Who must be told',
  article: 'Article of the contract',
  articleHelp: 'For example: delegation agreement, art. 9.',
  delay: 'Time limit',
  delayHelp: 'From 1 to 8,760 hours, or from 1 to 365 working days.',
  unit: 'In',
  units: { hours: 'hours', working_days: 'working days' },
  starts: 'From which fact',
  submit: 'Add the clause',
  submitNote: 'Recorded with your name and the time. Its deadline appears on the board at once.',
}

export const contractTexts = { fr: spaced(fr), en }
