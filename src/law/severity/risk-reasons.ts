import { type Words, words } from '../model.ts'

/** Why the proposal stands where it stands, with the facts that it rests on. */
export interface RiskReason {
  readonly words: Words
  readonly facts: readonly string[]
  readonly article?: Words
}

const reason = (facts: readonly string[], fr: string, en: string, article?: Words): RiskReason => ({
  words: words(fr, en),
  facts,
  ...(article && { article }),
})

const art34a = words('RGPD, art. 34(3)(a)', 'GDPR art. 34(3)(a)')
const art9 = words('RGPD, art. 9 et 10', 'GDPR arts 9 and 10')
const edpb = (fr: string, en = fr) =>
  words(`CEPD, lignes directrices 01/2021, ${fr}`, `EDPB Guidelines 01/2021, ${en}`)

/** Every reason of the proposal. The desk shows the words as they stand here. */
export const because = {
  noPersonalData: reason(
    ['personal_data'],
    'Aucune donnée personnelle n’est touchée.',
    'No personal data are touched.',
    words('RGPD, art. 4(12)', 'GDPR art. 4(12)'),
  ),
  notSeen: reason(
    ['exfiltrated', 'breach_type'],
    'Les données n’ont été ni emportées ni vues.',
    'The data were neither taken nor seen.',
  ),
  unintelligible: reason(
    ['encrypted_at_rest', 'key_compromised'],
    'Les données sont illisibles et la clé est restée hors d’atteinte.',
    'The data are unintelligible and the key was not reached.',
    art34a,
  ),
  unintelligibleAndKept: reason(
    ['encrypted_at_rest', 'exfiltrated'],
    'Les données sont illisibles et n’ont pas été emportées.',
    'The data are unintelligible and were not taken away.',
    art34a,
  ),
  keyUnknown: reason(
    ['encrypted_at_rest', 'key_compromised'],
    'Les données étaient chiffrées, mais nul ne sait si la clé a été atteinte.',
    'The data were encrypted, but nobody knows whether the key was reached.',
  ),
  dataUnknown: reason(
    ['data_categories'],
    'On ne sait pas encore quelles données sont touchées.',
    'It is not known yet which data are touched.',
  ),
  natureUnknown: reason(
    ['breach_type', 'exfiltrated'],
    'On ne sait pas encore ce qui est arrivé aux données.',
    'It is not known yet what happened to the data.',
  ),
  namesNobody: reason(
    ['data_categories'],
    'Pseudonymes ou mots de passe hachés : rien qui désigne une personne.',
    'Pseudonyms or hashed passwords: nothing that points to a person.',
    edpb('cas 6', 'case 6'),
  ),
  attacker: reason(
    ['malicious', 'exfiltrated'],
    'L’auteur a agi à dessein : rien ne garantit ce qu’il fera des données.',
    'The author acted on purpose: nothing assures what they will do with the data.',
  ),
  special: reason(
    ['data_categories', 'special_categories', 'vulnerable_persons'],
    'Données sensibles, ou personnes vulnérables : leur divulgation peut nuire gravement.',
    'Special categories, or vulnerable people: disclosure may harm them gravely.',
    art9,
  ),
  serious: reason(
    ['data_categories', 'financial_data', 'vulnerable_persons'],
    'Données bancaires, numéros officiels, identifiants ou traces de la vie courante : de quoi frauder ou nuire.',
    'Bank data, official numbers, credentials or traces of daily life: enough to defraud or harm.',
  ),
  impersonation: reason(
    ['identity_fraud_possible', 'data_categories'],
    'Ces données permettent de se faire passer pour la personne.',
    'These data let somebody pass for the person.',
  ),
  mass: reason(
    ['persons'],
    'Des dizaines de milliers de personnes : un tel fichier se revend et s’exploite.',
    'Tens of thousands of people: such a file is sold and exploited.',
  ),
  large: reason(
    ['persons'],
    'Mille personnes ou plus sont concernées.',
    'A thousand people or more are concerned.',
  ),
  ordinary: reason(
    ['data_categories'],
    'Données courantes (identité, coordonnées) : sollicitations non voulues, hameçonnage.',
    'Ordinary data (identity, contact details): unwanted calls, phishing.',
  ),
  personalTaken: reason(
    ['data_categories', 'exfiltrated'],
    'Des données qui décrivent la personne ont été emportées.',
    'Data that describe the person were taken away.',
    edpb('cas 5', 'case 5'),
  ),
  personalPerhapsTaken: reason(
    ['data_categories', 'exfiltrated'],
    'Des données qui décrivent la personne ont pu être emportées : rien ne l’exclut.',
    'Data that describe the person may have been taken away: nothing rules it out.',
    edpb('cas 5', 'case 5'),
  ),
  personalExposed: reason(
    ['data_categories'],
    'Des données qui décrivent la personne sont lisibles par un tiers.',
    'Data that describe the person can be read by a third party.',
  ),
  trusted: reason(
    ['recipient_trusted'],
    'Le destinataire est de confiance.',
    'The recipient is trusted.',
    edpb('cas 9', 'case 9'),
  ),
  trustedReturned: reason(
    ['recipient_trusted', 'data_returned_or_deleted'],
    'Le destinataire est de confiance et a confirmé l’effacement.',
    'The recipient is trusted and confirmed the deletion.',
    edpb('cas 9', 'case 9'),
  ),
  trustedKeeps: reason(
    ['recipient_trusted', 'data_returned_or_deleted'],
    'Le destinataire est de confiance, mais les données ne sont ni rendues ni effacées.',
    'The recipient is trusted, but the data were neither returned nor deleted.',
  ),
  trustedSpecial: reason(
    ['recipient_trusted', 'data_categories', 'persons'],
    'Le destinataire est de confiance, mais les données sont sensibles et leur effacement n’est pas sûr, ou trop de personnes sont concernées.',
    'The recipient is trusted, but the data are sensitive and their deletion is not certain, or too many people are concerned.',
  ),
  trustedUnconfirmed: reason(
    ['recipient_trusted', 'data_returned_or_deleted'],
    'Le destinataire est de confiance, mais n’a pas confirmé l’effacement de données qui permettent une fraude.',
    'The recipient is trusted, but has not confirmed the deletion of data that allow fraud.',
  ),
  known: reason(
    ['recipients_known', 'recipient_trusted'],
    'Les destinataires sont connus, mais rien ne les tient au secret.',
    'The recipients are known, but nothing binds them to secrecy.',
    edpb('cas 16', 'case 16'),
  ),
  knownMany: reason(
    ['recipients_known', 'persons'],
    'Les destinataires sont connus, mais mille personnes ou plus sont exposées.',
    'The recipients are known, but a thousand people or more are exposed.',
    edpb('cas 14', 'case 14'),
  ),
  knownTrivial: reason(
    ['recipients_known', 'persons', 'data_categories'],
    'Erreur entre peu de personnes connues, sur des données courantes.',
    'A mistake among a few known people, with ordinary data.',
    edpb('cas 13 et 15', 'cases 13 and 15'),
  ),
  notFew: reason(
    ['persons', 'data_returned_or_deleted'],
    'Trop de personnes, ou un nombre inconnu, sans retour confirmé.',
    'Too many people, or an unknown number, with no confirmed return.',
  ),
  whoKnows: reason(
    ['recipients_known'],
    'On ne sait pas qui détient les données.',
    'It is not known who holds the data.',
  ),
  careUnknownDelay: reason(
    ['restored_within_hours', 'special_categories'],
    'Des données de santé ont manqué, on ne sait combien de temps.',
    'Health data were missing, nobody knows for how long.',
  ),
  careWithout: reason(
    ['restored_within_hours', 'backup_available', 'special_categories'],
    'Des données de santé ont manqué trop longtemps, ou sont perdues : des soins peuvent en souffrir.',
    'Health data were missing for too long, or are lost: care may suffer.',
    edpb('cas 3 et 12', 'cases 3 and 12'),
  ),
  careDelayed: reason(
    ['consequences'],
    'Des soins sont retardés, ou la sécurité des personnes est en jeu.',
    'Care is delayed, or people’s safety is at stake.',
    edpb('cas 3', 'case 3'),
  ),
  restoredQuickly: reason(
    ['restored_within_hours'],
    'Les données ont été rétablies assez vite pour que personne n’en souffre.',
    'The data were restored soon enough for nobody to suffer.',
    edpb('cas 1', 'case 1'),
  ),
  backup: reason(
    ['backup_available'],
    'Une sauvegarde utilisable existe.',
    'A usable backup is there.',
    edpb('cas 1 et 10', 'cases 1 and 10'),
  ),
  nobodyWaits: reason(
    ['data_categories', 'persons'],
    'Personne n’attend ces données.',
    'Nobody waits for these data.',
  ),
  restorationUnknown: reason(
    ['backup_available', 'restored_within_hours'],
    'On ne sait ni si une sauvegarde existe, ni en combien de temps les données reviennent.',
    'It is not known whether a backup is there, nor when the data come back.',
  ),
  slow: reason(
    ['restored_within_hours'],
    'Les données ont manqué plus d’une journée.',
    'The data were missing for more than a day.',
    edpb('cas 2', 'case 2'),
  ),
  noBackup: reason(
    ['backup_available'],
    'Aucune sauvegarde : des données peuvent être perdues.',
    'No backup: data may be lost.',
    edpb('cas 2', 'case 2'),
  ),
  delays: reason(
    ['consequences'],
    'Des personnes subissent des retards.',
    'People suffer delays.',
    edpb('cas 2', 'case 2'),
  ),
  harmDone: reason(
    ['consequences', 'malicious'],
    'Un dommage est déjà constaté.',
    'Harm is seen already.',
    edpb('cas 17', 'case 17'),
  ),
  worry: reason(
    ['consequences'],
    'Des conséquences pour les personnes sont constatées ou craintes.',
    'Consequences for people are seen or feared.',
  ),
} satisfies Record<string, RiskReason>

export const LEVEL_WORDS: Readonly<Record<'unlikely' | 'risk' | 'high', Words>> = {
  unlikely: words('risque improbable', 'risk unlikely'),
  risk: words('risque', 'risk'),
  high: words('risque élevé', 'high risk'),
}
