import type { NirReason } from './show-nir.ts'

const many = (count: number, one: string, more: string) => (count < 2 ? one : more)

/** The words of the review. `fr` is the type: an English word is missing as soon as a French one is added. */
export const fr = {
  title: 'Relecture',
  queue: 'file «\u00a0par personnes en jeu\u00a0»',
  sample: 'échantillon lu à l’aveugle',
  question: 'Est-ce la même personne\u202f?',
  decided: (n: number, done: string, total: string) =>
    `${done} ${many(n, 'décidée', 'décidées')} sur ${total}`,
  read: (n: number, done: string, total: string) => `${done} ${many(n, 'lue', 'lues')} sur ${total}`,
  left: (count: string) => `, ${count} à relire`,
  waiting: (n: number, count: string) => `, ${count} ${many(n, 'attend', 'attendent')} un autre lecteur`,
  pace: (perHour: string, end: string) => `${perHour} par heure · fin prévue vers ${end}`,
  row: (row: string) => `Ligne exposée ${row}`,
  stakes: (n: number, count: string) =>
    n === 0 ? 'aucune personne en jeu' : `${count} ${many(n, 'personne en jeu', 'personnes en jeu')}`,
  ambiguous: 'ambiguë\u00a0: ',
  reasons: {
    tie: (margin: string) => `plusieurs candidats à moins de ${margin} d’écart`,
    not_enough_evidence: () => 'les indices ne suffisent pas',
    conflicting_rows: () => 'plusieurs lignes se disputent cette personne',
    block_too_large: () => 'trop de personnes se ressemblent',
    contradicted_national_id: () => 'le NIR contredit le reste',
    contradicted_member_number: () => 'le numéro d’adhérent contredit le reste',
    contradicted_first_name: () => 'le prénom contredit le reste',
    contradicted_birth_date: () => 'la naissance contredit le reste',
    weak_candidate: () => 'la ressemblance est faible',
  } as Record<string, (margin: string) => string>,
  blind: 'à l’aveugle\u00a0: le calcul ne vous est pas montré',
  field: 'Champ',
  agreement: 'Accord',
  candidate: (letter: string) => `Candidat ${letter}`,
  weight: (figure: string) => `, poids ${figure}`,
  see: (letter: string) => `voir ${letter}`,
  moreCandidates: (n: number, count: string) =>
    `${count} ${many(n, 'autre personne convient', 'autres personnes conviennent')} moins bien et ne ${many(n, 'figure', 'figurent')} pas ici.`,
  showNir: 'Afficher le NIR',
  showNirNote: 'demande un motif et s’inscrit à la main courante.',
  nirReason: 'Pourquoi le voir',
  nirReasons: {
    close_digits: 'comparer deux numéros presque pareils',
    homonyms: 'séparer deux homonymes',
    complaint: 'répondre à une réclamation',
    audit: 'contrôle',
  } as Record<NirReason, string>,
  nirShow: 'Afficher, et l’inscrire',
  nirShown: (reason: string) =>
    `NIR affiché une fois (${reason}), inscrit à la main courante. Il ne restera pas au prochain affichage.`,
  nirNone: 'aucun numéro lisible à cette ligne',
  same: 'Même personne',
  neither: 'Pas elle',
  neitherOf: (letters: string) => `Ni ${letters}`,
  isCandidate: (letter: string) => `C’est le candidat ${letter}`,
  pass: 'Je ne sais pas',
  undo: 'Annuler la dernière',
  note: 'Note',
  noteHelp: 'Gardée avec votre décision. Jamais de numéro de sécurité sociale.',
  help: 'Aide',
  consequence:
    '«\u00a0Même personne\u00a0» la fait entrer dans la prochaine version de la liste. «\u00a0Pas elle\u00a0» laisse la ligne comme pas à nous. Votre décision l’emporte sur le calcul\u202f; un second lecteur en revoit une sur dix, et toutes celles qui retirent quelqu’un de la liste.',
  consequenceBlind:
    'Ces lignes mesurent la justesse du rapprochement. Lisez-les sans chercher à deviner ce qu’il a décidé. Votre décision compte aussi pour la liste.',
  arbitration:
    'Les lecteurs ne s’accordent pas sur cette ligne. Votre décision, au titre de la protection des données, l’emporte.',
  lastDecisions: 'Vos dernières décisions',
  allDecisions: (count: string) => `Les ${count}`,
  columns: {
    row: 'Ligne',
    decision: 'Décision',
    gap: 'Écart entre A et B',
    when: 'Quand',
    state: 'État',
  },
  words: { same: 'Même personne', neither: 'Pas elle', pass: 'Passée, autre lecteur' },
  sameAs: (letter: string) => `Même personne, candidat ${letter}`,
  noGap: 'un seul candidat',
  inBlind: 'à l’aveugle',
  waits: 'attend un autre lecteur',
  inForce: 'en vigueur',
  youDecided: (n: number, count: string) => `Vous avez décidé de ${count} ${many(n, 'ligne', 'lignes')}.`,
  noDecision: 'Vous n’avez encore rien décidé sur ces listes.',
  takeBack: 'Reprendre cette décision',
  yourWord: 'Votre décision sur cette ligne\u00a0: ',
  accuracy: 'Justesse estimée',
  precision: 'Appariements justes',
  setAside: 'Lignes écartées à raison',
  recall: 'Personnes retrouvées',
  basis: 'Base',
  between: (low: string, high: string) => `entre ${low} et ${high}`,
  readOf: (read: string, drawn: string) => `${read} sur ${drawn} lues`,
  rightOf: (n: number, right: string, decided: string) =>
    `${right} ${many(n, 'juste', 'justes')} sur ${decided} décidées`,
  undecided: (n: number, count: string) =>
    `\u202f; ${count} ${many(n, 'indécise comptée', 'indécises comptées')} contre nous`,
  basisText: (rows: string) =>
    `échantillon aveugle d’une ligne sur cent, mille au plus par sorte, ${rows}. Bornes de Wilson à 95\u202f%. Les lignes d’un autre organisme n’y sont pas\u00a0: elles ne sont pas à nous.`,
  nothingRead: 'Rien n’est encore lu\u00a0: rien n’est affirmé.',
  noSample: 'Aucune ligne n’a été tirée.',
  start: 'Relire la file',
  goOn: 'Reprendre la file',
  startSample: 'Lire l’échantillon',
  toReview: (n: number) => many(n, ' ligne attend une relecture.', ' lignes attendent une relecture.'),
  peopleDepend: (n: number, count: string) =>
    n === 0
      ? 'Personne n’en dépend.'
      : `La place de ${count} ${many(n, 'personne en dépend', 'personnes en dépend')}.`,
  allRead: 'Tout est relu.',
  nothingEver: 'Aucune ligne n’est à relire.',
  noRun: 'Aucune liste n’est encore lue.',
  noRunNext: 'Les lignes ambiguës viendront ici après l’import des listes.',
  importLists: 'Importer les listes',
  applied: (listsHref: string) => ({
    before: 'Les décisions en vigueur s’appliquent à la prochaine publication, sur la page ',
    link: 'Listes',
    href: listsHref,
  }),
  account: 'Où en est la file',
  accountRows: {
    open: 'à lire une première fois',
    second: 'attendent un second lecteur',
    disputed: 'lecteurs en désaccord',
    nothing: 'sans candidat à comparer',
    settled: 'décidées',
    total: 'lignes ambiguës',
  },
  nothingNote:
    'Trop de personnes leur ressemblent pour en proposer une. Elles restent ambiguës, et personne n’en est écarté.',
  sampleAside: (n: number, read: string, drawn: string) =>
    `échantillon lu à l’aveugle\u00a0: ${read} ${many(n, 'décidée', 'décidées')} sur ${drawn}`,
  doneLead: { queue: 'La file est finie pour vous.', sample: 'L’échantillon est fini pour vous.' },
  doneNone: 'Plus aucune ligne n’attend.',
  doneHeld: (n: number, count: string) =>
    `${count} ${many(n, 'ligne est', 'lignes sont')} sous les yeux d’autres lecteurs. Revenez dans dix minutes.`,
  doneWaiting: (n: number, count: string) =>
    `${count} ${many(n, 'ligne attend', 'lignes attendent')} un autre lecteur que vous\u00a0: une autre personne doit les ouvrir.`,
  backToReview: 'Revenir à la relecture',
  heldLead: 'Un autre lecteur a cette ligne.',
  refusedLead: 'La décision n’est pas inscrite.',
  next: 'Prendre la suivante',
  shortcuts: 'Touches du clavier',
  shortcutsOn: 'Les touches agissent, sauf pendant une saisie.',
  shortcutsOff: 'Les touches sont coupées.',
  turnOff: 'Couper les touches',
  turnOn: 'Rétablir les touches',
  keys: [
    ['M', 'même personne que le candidat affiché'],
    ['N', 'pas elle, ni aucun des candidats'],
    ['V', 'c’est l’autre candidat'],
    ['P', 'je ne sais pas, un autre lira'],
    ['B', 'voir le candidat suivant'],
    ['I', 'demander le NIR'],
    ['U', 'annuler ma dernière décision'],
    ['R', 'écrire une note'],
    ['?', 'ouvrir ou fermer cette aide'],
  ] as [string, string][],
  letters: 'ABC',
  and: ' ni ',
}

export type ReviewTexts = typeof fr
