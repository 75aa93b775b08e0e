const s = (n: number) => (n > 1 ? 's' : '')

const fr = {
  title: 'Dossiers',
  lead: (ready: number, all: number) =>
    ready === all
      ? `Les ${all} dossiers sont complets.`
      : ready === 0
        ? `Aucun des ${all} dossiers n’est encore complet.`
        : `${ready} dossier${s(ready)} sur ${all} ${ready > 1 ? 'sont complets' : 'est complet'}.`,
  leadStale: (n: number) =>
    n === 0
      ? ''
      : n === 1
        ? 'Un dossier remis ne dit plus ce que disent les faits.'
        : `${n} dossiers remis ne disent plus ce que disent les faits.`,
  note: 'Chaque dossier se fait à partir des faits de l’incident. Ce qui manque est marqué, jamais inventé. Les dépôts et leurs récépissés s’inscrivent aux échéances.',
  list: 'Les documents',
  columns: ['Document', 'État', 'Échéance', 'Remis'],
  ready: 'Prêt',
  missing: (n: number) => (n === 1 ? 'Il manque 1 champ' : `Il manque ${n} champs`),
  stale: (n: number) => (n === 1 ? 'Périmé\u00a0: 1 fait a changé' : `Périmé\u00a0: ${n} faits ont changé`),
  to: (who: string) => `Destinataire\u00a0: ${who}`,
  noClock: 'aucune échéance dans les textes',
  notOwed: 'non requis aujourd’hui',
  depends: 'dépend de faits qui manquent',
  awaits: 'attend un fait',
  never: 'jamais',
  version: (n: number, who: string) => `version ${n}, par ${who}`,
  otherOrganisations: 'Pour un autre organisme',
  organisation: 'Organisme',
  show: 'Voir ses dossiers',
  forOrganisation: (name: string) => `Ces dossiers sont ceux de ${name}.`,
  back: 'Dossiers',
  docLead: {
    ready: 'Aucun champ ne manque.',
    missing: (n: number) => (n === 1 ? 'Il manque un champ.' : `Il manque ${n} champs.`),
  },
  stateAt: 'État des faits',
  staleNotice: (version: number, n: number) =>
    n === 1
      ? `Un fait a changé depuis la version ${version}, remise.`
      : `${n} faits ont changé depuis la version ${version}, remise.`,
  changed: 'Ce qui a changé depuis la version remise',
  changedColumns: ['Champ', 'La version remise disait', 'Aujourd’hui'],
  saidMissing: 'à compléter',
  inTable: 'des lignes du tableau ont changé',
  toFill: 'À compléter',
  fillColumns: ['Champ', 'Ce qu’il faut', 'Où'],
  fill: 'Compléter',
  missingValue: (note: string) => `À compléter\u00a0: ${note}`,
  toCheck: 'nom à vérifier',
  tick: 'À cocher',
  source: 'Source',
  get: 'Prendre le dossier',
  pdf: 'PDF',
  pdfEn: 'PDF en anglais',
  json: 'JSON',
  archive: 'Archive avec les empreintes (ZIP)',
  getNote:
    'Le PDF est accessible (PDF/UA). L’archive contient le PDF, le JSON, les pièces et la liste des empreintes.',
  handOver: 'Marquer comme remis',
  handOverTitle: 'Remettre',
  handOverNote:
    'L’archive est gardée telle quelle et son empreinte va à la main courante. Le dépôt et son récépissé s’inscrivent ensuite à l’échéance.',
  withEnglish: 'Joindre la version anglaise',
  done: (n: number, sha: string) =>
    `Version ${n} gardée et inscrite à la main courante. Empreinte\u00a0: ${sha}`,
  versions: 'Versions remises',
  versionColumns: ['Version', 'Remise', 'Empreinte SHA-256', 'Archive'],
  take: 'Reprendre',
  clock: 'Son échéance',
  by: (who: string) => `par ${who}`,
  emptyTable: 'Aucune ligne.',
  copyHelp: 'Sélectionnez un champ et copiez-le dans le formulaire.',
}

const en: typeof fr = {
  title: 'Dossiers',
  lead: (ready, all) =>
    ready === all
      ? `All ${all} dossiers are complete.`
      : ready === 0
        ? `None of the ${all} dossiers is complete yet.`
        : `${ready} dossier${s(ready)} of ${all} ${ready > 1 ? 'are' : 'is'} complete.`,
  leadStale: (n) =>
    n === 0
      ? ''
      : n === 1
        ? 'One dossier handed over no longer says what the facts say.'
        : `${n} dossiers handed over no longer say what the facts say.`,
  note: 'Each dossier is made from the facts of the incident. What is missing is marked, never invented. Filings and their receipts are recorded on the deadlines.',
  list: 'Documents',
  columns: ['Document', 'State', 'Due', 'Handed over'],
  ready: 'Ready',
  missing: (n) => (n === 1 ? '1 field is missing' : `${n} fields are missing`),
  stale: (n) => (n === 1 ? 'Stale: 1 fact changed' : `Stale: ${n} facts changed`),
  to: (who) => `Recipient: ${who}`,
  noClock: 'no deadline in the texts',
  notOwed: 'not required today',
  depends: 'depends on facts that are missing',
  awaits: 'awaits a fact',
  never: 'never handed over',
  version: (n, who) => `version ${n}, by ${who}`,
  otherOrganisations: 'For another organisation',
  organisation: 'Organisation',
  show: 'See its dossiers',
  forOrganisation: (name) => `These dossiers are those of ${name}.`,
  back: 'Dossiers',
  docLead: {
    ready: 'No field is missing.',
    missing: (n) => (n === 1 ? 'One field is missing.' : `${n} fields are missing.`),
  },
  stateAt: 'State of the facts',
  staleNotice: (version, n) =>
    n === 1
      ? `One fact changed since version ${version} was handed over.`
      : `${n} facts changed since version ${version} was handed over.`,
  changed: 'What changed since the version handed over',
  changedColumns: ['Field', 'The version handed over said', 'Today'],
  saidMissing: 'to be completed',
  inTable: 'lines of the table changed',
  toFill: 'To be completed',
  fillColumns: ['Field', 'What is needed', 'Where'],
  fill: 'Complete',
  missingValue: (note) => `To be completed: ${note}`,
  toCheck: 'name to be checked',
  tick: 'To tick',
  source: 'Source',
  get: 'Take the dossier',
  pdf: 'PDF',
  pdfEn: 'PDF in English',
  json: 'JSON',
  archive: 'Archive with the hashes (ZIP)',
  getNote:
    'The PDF is accessible (PDF/UA). The archive holds the PDF, the JSON, the attachments and the list of hashes.',
  handOver: 'Mark as handed over',
  handOverTitle: 'Hand over',
  handOverNote:
    'The archive is kept as it is and its hash goes to the journal. The filing and its receipt are then recorded on the deadline.',
  withEnglish: 'Join the English version',
  done: (n, sha) => `Version ${n} kept and recorded in the journal. Hash: ${sha}`,
  versions: 'Versions handed over',
  versionColumns: ['Version', 'Handed over', 'SHA-256 hash', 'Archive'],
  take: 'Take again',
  clock: 'Its deadline',
  by: (who) => `by ${who}`,
  emptyTable: 'No line.',
  copyHelp: 'Select a field and copy it into the form.',
}

export const pageTexts = { fr, en }
