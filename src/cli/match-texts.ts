import type { MatchStep, Verdict } from '../people/match/index.ts'

const fr = {
  summary:
    'Rapproche le fichier des adhérents et la liste exposée\u00a0: un verdict par ligne exposée, une classe par adhérent. Sans base de données ; les résultats sont des fichiers en clair.',
  columns:
    'quelle colonne porte quel champ, si les en-têtes ne le disent pas : {"register": {"member_id": {"column": "REF"}, "birth_date": {"column": "NE_LE", "format": "dd/mm/yyyy"}}, "exposed": {…}, "national_id_kind": "nir"}. Champs, formats, encodages lus et fichiers produits : docs/matching.md',
  repaired:
    'lignes réparées, qui prennent la place de lignes en quarantaine de la liste exposée\u00a0: ses colonnes, et « row », le numéro que donne quarantine.csv',
  explainSummary: 'Explique le verdict d’une ligne exposée à partir des résultats d’un rapprochement.',
  steps: {
    register: 'Lecture du fichier des adhérents',
    exposed: 'Lecture de la liste exposée',
    prepare: 'Préparation',
    tiers: 'Règles sur les identifiants',
    residual: 'Recherche des lignes restantes',
    verdicts: 'Verdicts et contrôle des comptes',
    outputs: 'Écriture des résultats',
  } satisfies Record<MatchStep, string>,
  verdicts: {
    matched: 'rapprochées d’un adhérent',
    not_ours: 'ne sont pas des nôtres',
    ambiguous: 'ambiguës, à relire',
    unreadable: 'illisibles',
  } satisfies Record<Verdict, string>,
  oneRow: {
    matched: 'rapprochée d’un adhérent',
    not_ours: 'pas à nous',
    ambiguous: 'ambiguë, à relire',
    unreadable: 'illisible',
  } satisfies Record<Verdict, string>,
  rows: (rows: string) => `${rows} lignes`,
  exposedRows: (rows: string) => `${rows} lignes exposées`,
  members: (members: string, confirmed: string, presumed: string, unsure: string) =>
    `${members} adhérents\u00a0: ${confirmed} concernés confirmés, ${presumed} présumés, ${unsure} qu’on ne peut pas exclure`,
  quarantined: (register: string, exposed: string) =>
    `En quarantaine\u00a0: ${register} lignes du fichier des adhérents, ${exposed} de la liste exposée (quarantine.csv)`,
  repairedRows: (rows: string) => `Lignes réparées, lues à la place de lignes en quarantaine\u00a0: ${rows}`,
  formulas: (ids: string) =>
    `${ids} identifiants d’adhérent commencent comme une formule (= + - @)\u00a0: en CSV, une apostrophe les précède ; le Parquet les garde tels quels.`,
  time: (wall: string, cpu: string) => `${wall} s, dont ${cpu} s de processeur`,
  row: (row: string, verdict: string, reason: string) => `Ligne ${row}\u00a0: ${verdict} (${reason})`,
  candidate: (place: number, row: string, weight: string) =>
    `Candidat ${place}\u00a0: ligne ${row} du fichier des adhérents, poids ${weight}`,
  thresholds: (upper: string, margin: string, lower: string, version: string) =>
    `Seuils ${version}\u00a0: rapprochée à ${upper} avec ${margin} d’avance, ambiguë à ${lower}`,
  nobody: 'Aucun adhérent n’a été proche de cette ligne.',
}

const en: typeof fr = {
  summary:
    'Matches the register and the exposed list: a verdict for each exposed row, a class for each member. No database; results are plain files.',
  columns:
    'which column holds which field, where headers do not say: {"register": {"member_id": {"column": "REF"}, "birth_date": {"column": "BORN", "format": "dd/mm/yyyy"}}, "exposed": {…}, "national_id_kind": "nir"}. Fields, formats, encodings read and files produced: docs/matching.md',
  repaired:
    'repaired rows, which take the place of quarantined rows of the exposed list: its columns, and “row”, the number that quarantine.csv gives',
  explainSummary: 'Explains the verdict of an exposed row from the results of a match.',
  steps: {
    register: 'Reading the register',
    exposed: 'Reading the exposed list',
    prepare: 'Preparing',
    tiers: 'Rules on identifiers',
    residual: 'Searching the remaining rows',
    verdicts: 'Verdicts and accounting',
    outputs: 'Writing the results',
  },
  verdicts: {
    matched: 'matched to a member',
    not_ours: 'not ours',
    ambiguous: 'ambiguous, to review',
    unreadable: 'unreadable',
  },
  oneRow: {
    matched: 'matched to a member',
    not_ours: 'not ours',
    ambiguous: 'ambiguous, to review',
    unreadable: 'unreadable',
  },
  rows: (rows) => `${rows} rows`,
  exposedRows: (rows) => `${rows} exposed rows`,
  members: (members, confirmed, presumed, unsure) =>
    `${members} members: ${confirmed} confirmed, ${presumed} presumed, ${unsure} who cannot be excluded`,
  quarantined: (register, exposed) =>
    `Quarantined: ${register} lines of the register, ${exposed} of the exposed list (quarantine.csv)`,
  repairedRows: (rows) => `Repaired rows, read in the place of quarantined ones: ${rows}`,
  formulas: (ids) =>
    `${ids} member ids begin like a formula (= + - @): in CSV an apostrophe stands before them; Parquet keeps them as they are.`,
  time: (wall, cpu) => `${wall} s, ${cpu} s of CPU time`,
  row: (row, verdict, reason) => `Row ${row}: ${verdict} (${reason})`,
  candidate: (place, row, weight) => `Candidate ${place}: register row ${row}, weight ${weight}`,
  thresholds: (upper, margin, lower, version) =>
    `Thresholds ${version}: matched from ${upper} with a lead of ${margin}, ambiguous from ${lower}`,
  nobody: 'No member was near this row.',
}

export const matchTexts = { fr, en }
