import { spaced } from './spaced.ts'

/** Words of the two forms that act on one deadline: filing it, and saying why it was missed. */
const fr = {
  filing: {
    page: 'Déposer',
    lead: (title: string, to: string) => `${title}, ${to} : noter le dépôt.`,
    note: 'Tocsin n’envoie rien lui-même : déposez par la voie indiquée, puis notez ici quand, avec quel récépissé.',
    channelIs: 'Par quelle voie : ',
    mustSay: 'Ce qu’il faut dire',
    section: 'Le dépôt',
    state: 'Où en est-on ?',
    states: { filed: 'Déposé', planned: 'Prévu : à faire à cette heure-là' },
    receipt: 'Numéro du récépissé',
    channel: 'Voie employée',
    remark: 'Remarque',
    submit: 'Enregistrer le dépôt',
    submitNote: 'Inscrit avec votre nom et l’heure. Le délai suivant, s’il y en a un, part de cet instant.',
    correctLead: (title: string, to: string) => `${title}, ${to} : corriger le dépôt.`,
    correctNote:
      'Ce qui était noté reste, avec votre motif. Un instant corrigé déplace les délais qui en partent.',
    why: 'Pourquoi cette correction ?',
    correct: 'Enregistrer la correction',
    strikeSection: 'Rien n’a été déposé ?',
    strikeWhy: 'Pourquoi rayer ce dépôt ?',
    strikeNote:
      'Noté sur la mauvaise ligne, ou jamais parti : l’échéance est due à nouveau, et la ligne rayée reste à la main courante.',
    strike: 'Rayer ce dépôt',
  },
  delay: {
    page: 'Motif du retard',
    lead: (duration: string) => `En retard de ${duration}.`,
    leadNotLate: 'Cette échéance n’est pas dépassée.',
    note: 'Dites pourquoi. Le motif va dans le dossier, et la ligne cesse d’alerter ; l’acte reste à faire.',
    section: 'Le motif',
    field: 'Pourquoi le délai n’a-t-il pas été tenu ?',
    help: 'Des faits et des dates. Pas de nom de personne concernée.',
    submit: 'Enregistrer le motif',
    submitNote: 'Inscrit avec votre nom et l’heure.',
  },
}

const en: typeof fr = {
  filing: {
    page: 'File',
    lead: (title, to) => `${title}, ${to}: record the filing.`,
    note: 'Tocsin sends nothing by itself: file by the channel shown, then record here when, and with which receipt.',
    channelIs: 'By which channel: ',
    mustSay: 'What must be said',
    section: 'The filing',
    state: 'Where does it stand?',
    states: { filed: 'Filed', planned: 'Planned: to be done at that time' },
    receipt: 'Number of the receipt',
    channel: 'Channel used',
    remark: 'Remark',
    submit: 'Record the filing',
    submitNote: 'Recorded with your name and the time. The next time limit, if any, runs from this instant.',
    correctLead: (title, to) => `${title}, ${to}: correct the filing.`,
    correctNote:
      'What was recorded stays, with your reason. A corrected instant moves the time limits that run from it.',
    why: 'Why this correction?',
    correct: 'Record the correction',
    strikeSection: 'Was nothing filed?',
    strikeWhy: 'Why strike this filing?',
    strikeNote:
      'Recorded on the wrong row, or never sent: the deadline is due again, and what was struck stays in the journal.',
    strike: 'Strike this filing',
  },
  delay: {
    page: 'Reason for the delay',
    lead: (duration) => `Late by ${duration}.`,
    leadNotLate: 'This deadline is not overdue.',
    note: 'Say why. The reason goes into the dossier, and the row no longer alerts; the act remains to be done.',
    section: 'The reason',
    field: 'Why was the time limit not kept?',
    help: 'Facts and dates. No name of a concerned person.',
    submit: 'Record the reason',
    submitNote: 'Recorded with your name and the time.',
  },
}

export const actTexts = { fr: spaced(fr), en }
