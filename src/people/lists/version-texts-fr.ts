import type { PersonClass, PublishReason, Verdict } from './model.ts'
import type { RemovalReason } from './store-changes.ts'
import type { ChangeKind, Effect } from './store-diff.ts'
import { capital } from './version-names.ts'

const people = (n: number, count: string) => `${count} ${n < 2 ? 'personne' : 'personnes'}`

export const fr = {
  theDraft: 'le brouillon',
  Draft: 'Brouillon',
  inForce: (version: string, n: number, count: string) =>
    `${capital(version)} est en vigueur\u00a0: ${people(n, count)} ${n < 2 ? 'concernée' : 'concernées'}.`,
  stillInForce: (version: string, n: number, count: string) =>
    `${capital(version)} reste en vigueur\u00a0: ${people(n, count)} ${n < 2 ? 'concernée' : 'concernées'}.`,
  draftWaits: 'Un brouillon attend d’être publié.',
  nothingPublished: 'Aucune liste n’est encore publiée\u00a0: personne ne peut être informé.',
  readAndPublish: 'Publier ce brouillon',
  readChanges: 'Lire l’écart',
  discard: 'Écarter ce brouillon',
  discardNote: 'La liste en vigueur ne change pas. Les deux fichiers restent gardés, chiffrés.',
  published: 'Listes publiées',
  columns: {
    version: 'Liste',
    published: 'Publiée',
    concerned: 'Concernées',
    held: 'Ne peuvent pas être écartées',
    added: 'Ajoutées',
    removed: 'Retirées',
  },
  by: (who: string) => `par ${who}`,
  placeOf: 'heures de Paris',
  firstList: 'première liste',
  files: 'Lire le compte',
  filesOf: (version: string) => `Les deux fichiers\u00a0: ${version}`,
  filesLead: (version: string) => `Deux fichiers ont donné ${version}. Chaque ligne y est comptée.`,
  exposedRows: 'Lignes exposées',
  verdicts: {
    matched: 'appariées',
    not_ours: 'pas à nous',
    ambiguous: 'ambiguës, à relire',
    unreadable: 'illisibles, mises à part',
  } as Record<Verdict, string>,
  personsOn: 'Personnes sur la liste',
  classes: {
    confirmed: 'confirmées',
    presumed: 'présumées',
    cannot_be_excluded: 'ne peuvent pas être écartées',
  } as Record<PersonClass, string>,
  review: 'Relecture',
  reviewOf: (left: number, count: string) =>
    left === 0
      ? 'Aucune ligne n’attend de relecture.'
      : `${count} ${left === 1 ? 'ligne attend' : 'lignes attendent'} une relecture.`,
  reviewStakes: (n: number, count: string) => `${people(n, count)} en ${n < 2 ? 'dépend' : 'dépendent'}.`,
  reviewed: (n: number, count: string, wait: number, second: string) =>
    `${count} ${n < 2 ? 'relue' : 'relues'}, ${second} ${wait < 2 ? 'attend' : 'attendent'} un second lecteur.`,
  reviewLink: 'Relire',
  applied: (n: number, count: string) =>
    n === 0
      ? 'Aucune décision de relecture n’est appliquée à cette liste.'
      : `${count} ${n === 1 ? 'décision de relecture est appliquée' : 'décisions de relecture sont appliquées'} à cette liste.`,
  newDecisions:
    'La relecture a changé depuis cette liste. Une nouvelle version la prend en compte, sans rien importer de nouveau.',
  refresh: 'Appliquer la relecture au brouillon',
  refreshNote:
    'La relecture a changé depuis ce brouillon. Son compte et son écart seront refaits\u202f; la publication l’applique de toute façon.',
  republish: 'Publier une nouvelle version après relecture',
  change: (from: string, to: string) => `De ${from} à ${to}`.replace('à le ', 'au '),
  changesLead: (from: string, to: string, add: number, added: string, remove: number, removed: string) =>
    `${fr.change(from, to)}\u00a0: ${added} ${add < 2 ? 'ajoutée' : 'ajoutées'}, ${removed} ${remove < 2 ? 'retirée' : 'retirées'}.`,
  noChange: (from: string, to: string) => `${capital(from)} et ${to} tiennent les mêmes personnes.`,
  correctionsDue: (n: number, count: string) =>
    n === 0
      ? 'Aucune correction n’est due\u00a0: personne de retiré n’a été informé.'
      : `${count} ${n === 1 ? 'personne a été informée de plus que ce que dit cette liste\u00a0: une correction lui est due.' : 'personnes ont été informées de plus que ce que dit cette liste\u00a0: une correction leur est due.'}`,
  correctionsDoubt: (n: number, count: string) =>
    `${count} ${n === 1 ? 'envoi est resté sans réponse\u00a0: s’il est arrivé, une correction est due.' : 'envois sont restés sans réponse\u00a0: s’ils sont arrivés, une correction est due.'}`,
  stayed: 'restées',
  removed: 'retirées',
  added: 'ajoutées',
  unchanged: 'inchangées',
  onBoth: 'Sur les deux listes',
  bothLists: 'Qui est sur chaque liste',
  meaning: 'Ce que cela veut dire pour les personnes',
  meaningAside: 'd’après ce qui est déjà parti, à l’instant',
  meaningColumns: { what: 'Ce qui change', persons: 'Personnes', next: 'La suite' },
  total: 'Total des changements',
  kinds: {
    added: 'Ajoutées',
    removed: 'Retirées',
    class: 'Classe changée',
    data: 'Données exposées changées',
    contact: 'Destinataire ou coordonnées changés',
  } as Record<ChangeKind, string>,
  moved: (from: string, to: string) => `${from}, puis ${to}`,
  className: {
    confirmed: 'confirmée',
    presumed: 'présumée',
    cannot_be_excluded: 'ne peut pas être écartée',
  } as Record<PersonClass, string>,
  effects: {
    to_tell: ['pas encore informées', 'À informer par la prochaine campagne.'],
    cannot_be_told: [
      'impossibles à informer',
      'Leur raison est inscrite\u202f; une communication publique remplace le message.',
    ],
    on_the_way: ['message en route', 'Rien à faire\u00a0: un message les couvre déjà.'],
    unknown: [
      'envoi sans réponse',
      'À décider à la page Envois\u00a0: nous ne savons pas si le message est arrivé.',
    ],
    already_told: ['déjà informées', 'Rien à renvoyer\u00a0: personne n’est informé deux fois.'],
    complement: ['déjà informées', 'Rien ne repart seul. Un complément peut dire ce qui a changé.'],
    to_replan: [
      'message prévu',
      'Repris à la publication s’il n’est pas parti, puis à préparer de nouveau. Un pli déjà mis en lot part tel quel.',
    ],
    correction: ['déjà informées', 'Une correction leur est due.'],
    correction_doubt: [
      'envoi sans réponse',
      'Nous ne savons pas s’il est arrivé. S’il l’est, une correction est due.',
    ],
    taken_back: [
      'message prévu',
      'Repris à la publication s’il n’est pas parti\u202f; sinon, une correction sera due.',
    ],
    leaves: ['jamais informées', 'Elles sortent sans message. La raison est inscrite.'],
  } as Record<Effect, readonly [string, string]>,
  removals: {
    review: 'une relecture a dit que ce n’était pas elles',
    not_in_register: 'plus dans le fichier des adhérents',
    no_exposed_row: 'plus aucune ligne exposée ne les désigne',
  } as Record<RemovalReason, string>,
  removalOf: {
    review: 'Une relecture a dit que ce n’était pas elle.',
    not_in_register: 'Le fichier des adhérents ne la tient plus.',
    no_exposed_row: 'Plus aucune ligne exposée ne la désigne.',
  } as Record<RemovalReason, string>,
  peopleLead: (n: number, count: string, what: string) => `${people(n, count)}\u00a0: ${what}.`,
  listColumns: {
    name: 'Nom',
    number: 'Numéro d’adhérent',
    before: 'Avant',
    after: 'Après',
    next: 'La suite',
  },
  absent: (version: string) => `pas sur ${version}`,
  gained: (what: string) => `en plus\u00a0: ${what}`,
  lost: (what: string) => `en moins\u00a0: ${what}`,
  publishTitle: 'Publier',
  publishLead: (version: string) => `Publier fait de ce brouillon ${version}.`,
  republishLead: (version: string) => `Publier de nouveau fait de cette relecture ${version}.`,
  publishNote: (version: string) =>
    `Aussitôt, l’accueil, les personnes, les envois et la preuve parlent de ${version}. Aucun message ne part\u00a0: il faut une campagne et deux libérations.`,
  addedAndRemoved: (add: number, added: string, remove: number, removed: string) =>
    `${add === 0 ? 'Personne ne s’ajoute' : `${added} ${add < 2 ? 'personne s’ajoute' : 'personnes s’ajoutent'}`}, ${remove === 0 ? 'personne ne sort' : `${removed} ${remove < 2 ? 'sort' : 'sortent'}`}.`,
  takenBack: (n: number, count: string) =>
    `Les messages prévus pour ${people(n, count)} sont repris s’ils ne sont pas partis.`,
  reviewHappens: 'Les décisions de relecture en vigueur sont appliquées. L’écart se lit aussitôt après.',
  firstHappens: (n: number, count: string) =>
    `${people(n, count)} ${n < 2 ? 'devient concernée' : 'deviennent concernées'}.`,
  why: 'Pourquoi des personnes sortent-elles de la liste\u202f?',
  whyHelp: 'Le motif est inscrit à la main courante avec les chiffres.',
  reasons: {
    corrected_list: 'le sous-traitant a corrigé sa liste',
    corrected_register: 'notre fichier des adhérents est corrigé ou plus récent',
    other_columns: 'les colonnes étaient mal lues',
    review: 'la relecture a tranché',
    other: 'autre motif, noté dans les faits de l’incident',
  } as Record<PublishReason, string>,
  publishAction: (version: string) => `Publier ${version}`,
  nothingToPublish: 'Il n’y a rien à publier.',
  nothingToPublishNote:
    'Aucun brouillon n’attend, et aucune décision de relecture ne change la liste en vigueur.',
  whyOff: 'Pourquoi cette personne n’est pas sur la liste',
  oneList: 'Il n’y a qu’une liste\u00a0: rien à comparer.',
  oneListNote: 'L’écart se lit dès qu’une liste corrigée est importée.',
  versionsOfPerson: 'Sur les listes',
  versionTerm: (number: number) => `Liste v${number}`,
  wasOn: (version: string) => `Cette personne était sur ${version}.`,
  notOnVersion: (version: string) => `pas sur ${version}`,
}
