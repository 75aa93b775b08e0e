import { keepingKinds } from './journal-kinds-keeping.ts'
import { deliveryKinds } from './journal-kinds-of-delivery.ts'
import { lawKinds } from './journal-kinds-of-law.ts'

/**
 * What each kind of entry says, by room, in the order of the corridor. `{persons.concerned}` is a member of the
 * payload; a sentence whose members are missing stops before the first of them.
 */
export const journalKinds: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  ...keepingKinds,
  ...lawKinds,
  'incident.opened': { fr: 'Incident ouvert\u00a0: {reference}', en: 'Incident opened: {reference}' },
  'incident.facts_loaded': {
    fr: 'Faits de l’incident lus d’un fichier',
    en: 'Facts of the incident read from a file',
  },
  'fact.recorded': { fr: 'Fait inscrit\u00a0: {key}', en: 'Fact recorded: {key}' },
  'fact.superseded': { fr: 'Fait modifié\u00a0: {key}', en: 'Fact changed: {key}' },
  'exposure.recorded': { fr: 'Exposition inscrite\u00a0: {category}', en: 'Exposure recorded: {category}' },
  'organisation.added': { fr: 'Organisme ajouté\u00a0: {key}', en: 'Organisation added: {key}' },
  'organisation.linked': {
    fr: 'Lien entre deux organismes inscrit',
    en: 'Link between two organisations recorded',
  },
  'population.added': { fr: 'Population ajoutée\u00a0: {key}', en: 'Population added: {key}' },
  'lists.imported': {
    fr: 'Liste v{listVersion} publiée\u00a0: {persons.concerned} personnes concernées',
    en: 'List v{listVersion} published: {persons.concerned} concerned people',
  },
  'lists.drafted': {
    fr: 'Brouillon de liste importé\u00a0: {persons.concerned} personnes concernées',
    en: 'Draft list imported: {persons.concerned} concerned people',
  },
  'lists.published': {
    fr: 'Liste v{listVersion} publiée\u00a0: {persons.concerned} personnes concernées',
    en: 'List v{listVersion} published: {persons.concerned} concerned people',
  },
  'lists.draft_refreshed': {
    fr: 'Relecture appliquée au brouillon\u00a0: {persons.concerned} personnes concernées',
    en: 'Review applied to the draft: {persons.concerned} concerned people',
  },
  'lists.draft_discarded': { fr: 'Brouillon de liste écarté', en: 'Draft list set aside' },
  'lists.preventive_written': {
    fr: 'Personnes sur aucune liste inscrites pour la liste v{listVersion}\u00a0: {persons}',
    en: 'People on no list written for list v{listVersion}: {persons}',
  },
  'strategy.decided': {
    fr: 'Décision inscrite sur la liste v{listVersion}\u00a0: {strategy}',
    en: 'Decision recorded on list v{listVersion}: {strategy}',
  },
  'lists.import-refused': {
    fr: 'Lecture des listes refusée\u00a0: {code}',
    en: 'Import of the lists refused: {code}',
  },
  'intake.received': {
    fr: 'Fichiers d’un import reçus\u00a0: {bytes.register} et {bytes.exposed} octets',
    en: 'Files of an import received: {bytes.register} and {bytes.exposed} bytes',
  },
  'intake.repair_received': {
    fr: 'Lignes réparées reçues\u00a0: {bytes} octets',
    en: 'Repaired lines received: {bytes} bytes',
  },
  'intake.started': { fr: 'Import commencé', en: 'Import started' },
  'intake.stop_asked': { fr: 'Arrêt de l’import demandé', en: 'Stop of the import asked for' },
  'intake.abandoned': { fr: 'Import abandonné, fichiers effacés', en: 'Import given up, files deleted' },
  'intake.refused': {
    fr: 'Fichiers d’un import illisibles, effacés\u00a0: {code}',
    en: 'Files of an import cannot be read, deleted: {code}',
  },
  'mapping.saved': {
    fr: 'Colonnes enregistrées, version {version}',
    en: 'Columns saved, version {version}',
  },
  'mapping.deleted': { fr: 'Colonnes enregistrées effacées', en: 'Saved columns deleted' },
  'quarantine.line_shown': {
    fr: 'Contenu d’une ligne mise à part affiché\u00a0: ligne {line}',
    en: 'Content of a line set aside shown: line {line}',
  },
  'quarantine.taken': {
    fr: 'Lignes mises à part téléchargées\u00a0: {lines}',
    en: 'Lines set aside downloaded: {lines}',
  },
  'person.looked_up': {
    fr: 'Fiche n°\u00a0{personId} consultée',
    en: 'Person no.\u00a0{personId} looked up',
  },
  'person.sought': {
    fr: 'Personne cherchée hors de la liste v{version}\u00a0: {found} dans le fichier des adhérents',
    en: 'Person sought off list v{version}: {found} in the register',
  },
  'person.lookup_refused': {
    fr: 'Consultation refusée, trop de fiches ouvertes\u00a0: n°\u00a0{personId}',
    en: 'Look-up refused, too many people opened: no.\u00a0{personId}',
  },
  'people.listed': {
    fr: 'Page de noms affichée\u00a0: {shown} sur {total}, filtre {filter}',
    en: 'Page of names shown: {shown} of {total}, filter {filter}',
  },
  'people.list_refused': {
    fr: 'Page de noms refusée, trop de pages affichées\u00a0: filtre {filter}',
    en: 'Page of names refused, too many pages shown: filter {filter}',
  },
  'person.contact_shown': {
    fr: 'Coordonnées de la fiche n°\u00a0{personId} affichées',
    en: 'Contact of person no.\u00a0{personId} shown',
  },
  'review.row_shown': { fr: 'Relecture\u00a0: ligne {row} montrée', en: 'Review: row {row} shown' },
  'review.row_refused': {
    fr: 'Relecture refusée, trop de lignes montrées\u00a0: ligne {row}',
    en: 'Review refused, too many rows shown: row {row}',
  },
  'review.decided': { fr: 'Relecture\u00a0: ligne {row} décidée', en: 'Review: row {row} decided' },
  'review.undone': {
    fr: 'Relecture\u00a0: décision reprise, ligne {row}',
    en: 'Review: decision taken back, row {row}',
  },
  'review.nir_shown': {
    fr: 'NIR de la ligne {row} affiché\u00a0: motif {reason}',
    en: 'NIR of row {row} shown: reason {reason}',
  },
  'review.nir_refused': {
    fr: 'NIR refusé, trop de fiches ouvertes\u00a0: ligne {row}',
    en: 'NIR refused, too many people opened: row {row}',
  },
  ...deliveryKinds,
  'access.signed_in': { fr: 'Entrée au poste', en: 'Signed in' },
  'access.signed_out': { fr: 'Sortie du poste', en: 'Signed out' },
  'access.stepped_up': { fr: 'Identité prouvée de nouveau', en: 'Identity proved again' },
  'access.session_closed': { fr: 'Session fermée', en: 'Session closed' },
  'access.throttled': {
    fr: 'Trop d’essais d’entrée, porte fermée un moment',
    en: 'Too many sign-in attempts, door closed for a while',
  },
  'access.link_issued': { fr: 'Lien d’entrée donné', en: 'Sign-in link issued' },
  'access.first_lead_created': { fr: 'Premier responsable créé', en: 'First lead created' },
  'access.fictional_person_created': {
    fr: 'Personne fictive de l’exercice créée',
    en: 'Fictional person of the exercise created',
  },
  'access.person_named': {
    fr: 'Première identité donnée à un compte',
    en: 'Account given its first identity',
  },
  'access.staff_invited': { fr: 'Personne invitée au poste', en: 'Person invited to the desk' },
  'access.roles_changed': { fr: 'Rôles modifiés', en: 'Roles changed' },
  'access.staff_disabled': { fr: 'Compte fermé', en: 'Account closed' },
  'access.staff_enabled': { fr: 'Compte rouvert', en: 'Account reopened' },
  'access.authenticator_added': { fr: 'Moyen d’entrée ajouté', en: 'Authenticator added' },
  'access.authenticator_removed': { fr: 'Moyen d’entrée retiré', en: 'Authenticator removed' },
  'access.recovery_codes_renewed': { fr: 'Codes de secours renouvelés', en: 'Recovery codes renewed' },
  'access.operator_token_issued': { fr: 'Autorisation de commande donnée', en: 'Operator token issued' },
  'access.operator_token_revoked': { fr: 'Autorisation de commande retirée', en: 'Operator token revoked' },
  'backup.started': { fr: 'Sauvegarde commencée', en: 'Backup started' },
  'backup.restored': { fr: 'Sauvegarde restaurée', en: 'Backup restored' },
}

/** Codes that a payload holds and a reader should not have to know. */
export const journalCodes: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  concerned_only: {
    fr: 'prévenir les personnes sur la liste et celles que l’on ne peut pas écarter',
    en: 'warn the people on the list and those who cannot be excluded',
  },
  preventive_to_all: {
    fr: 'prévenir toutes les personnes du fichier, par précaution',
    en: 'warn everybody in the register, as a precaution',
  },
  close_digits: { fr: 'numéros presque pareils', en: 'numbers nearly the same' },
  homonyms: { fr: 'homonymes', en: 'homonyms' },
  complaint: { fr: 'réclamation', en: 'complaint' },
  audit: { fr: 'contrôle', en: 'audit' },
}
