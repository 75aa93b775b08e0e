import { words } from '../model.ts'
import { type LawFact, own, shared } from './law-fact.ts'

const c = words

/** The breach itself (law notes, section 10, 2 to 12): what the risk is weighed from. Names are those of the worked EDPB cases. */
export const breachFacts = {
  personal_data: shared.yesNo('Des données personnelles sont-elles touchées ?', 'Are personal data touched?'),
  breach_type: shared.list('Qu’est-il arrivé aux données ?', 'What happened to the data?', {
    choices: {
      C: c('confidentialité : vues ou prises par d’autres', 'confidentiality: seen or taken by others'),
      I: c('intégrité : modifiées', 'integrity: altered'),
      A: c('disponibilité : perdues ou inaccessibles', 'availability: lost or out of reach'),
    },
  }),
  malicious: shared.yesNo('L’acte est-il malveillant ?', 'Was the act malicious?'),
  attack_on_data_system: shared.yesNo(
    'Est-ce une attaque contre un système informatique (code pénal, art. 323-1 à 323-3-1) ?',
    'Was it an attack on a data system (Criminal Code, arts 323-1 to 323-3-1)?',
    {
      help: c(
        'Le système attaqué peut être celui d’un prestataire.',
        'The system attacked may be a supplier’s.',
      ),
    },
  ),
  encrypted_at_rest: shared.yesNo(
    'Les données étaient-elles illisibles pour l’auteur (chiffrement ou hachage salé à l’état de l’art) ?',
    'Were the data unintelligible to the author (state-of-the-art encryption or salted hashing)?',
  ),
  key_compromised: shared.yesNo(
    'La clé (ou le sel) a-t-elle été atteinte ?',
    'Was the key (or the salt) reached?',
  ),
  backup_available: shared.yesNo('Une sauvegarde utilisable existait-elle ?', 'Was a usable backup there?'),
  restored_within_hours: shared.text(
    'En combien de temps les données ont-elles été rétablies ?',
    'How long did it take to restore the data?',
    {
      help: c(
        'Un nombre d’heures, ou des mots : « 2 jours ouvrés ».',
        'A number of hours, or words: “2 working days”.',
      ),
    },
  ),
  exfiltrated: shared.yesNo(
    'Des données ont-elles été copiées ou emportées ?',
    'Were data copied or taken away?',
    {
      incidentKey: 'data_copied',
    },
  ),
  persons: own.number('Combien de personnes sont concernées ?', 'How many people are concerned?', {
    help: c('Un nombre, ou des mots : « quelques dizaines ».', 'A number, or words: “a few dozen”.'),
    incidentKey: 'affected_estimate',
  }),
  persons_qualifier: own.text('Que dire de plus de ce nombre ?', 'What qualifies that number?'),
  data_categories: own.list('Quelles données ?', 'Which data?', {
    help: c(
      'Des codes ou des mots courants ; ce qui n’est pas reconnu est signalé.',
      'Codes or plain words; what is not recognised is reported.',
    ),
  }),
  special_categories: own.yesNo(
    'Y a-t-il des données sensibles (RGPD, art. 9 : santé, opinions, religion…) ?',
    'Are there special categories (GDPR art. 9: health, opinions, religion…)?',
  ),
  financial_data: own.yesNo(
    'Y a-t-il des données bancaires ou financières ?',
    'Are there bank or financial data?',
  ),
  identity_fraud_possible: own.yesNo(
    'Ces données permettent-elles une usurpation d’identité ou une fraude ?',
    'Do these data allow identity theft or fraud?',
  ),
  vulnerable_persons: own.yesNo(
    'Des personnes vulnérables sont-elles concernées (mineurs, patients…) ?',
    'Are vulnerable people concerned (minors, patients…)?',
  ),
  recipients_known: shared.yesNo('Sait-on qui a reçu les données ?', 'Is it known who received the data?'),
  recipient_trusted: shared.yesNo(
    'Ces destinataires sont-ils de confiance (secret professionnel, relation suivie) ?',
    'Are those recipients trusted (professional secrecy, lasting relationship)?',
  ),
  data_returned_or_deleted: shared.yesNo(
    'Les données ont-elles été rendues ou effacées, avec confirmation ?',
    'Were the data returned or deleted, with confirmation?',
  ),
  consequences: own.list('Quelles conséquences constate-t-on déjà ?', 'Which consequences are seen already?'),
  risk_decided: own.choice('Quel risque avez-vous décidé de retenir ?', 'Which risk did you decide on?', {
    help: c(
      'La proposition de Tocsin est une aide : une personne décide.',
      'Tocsin’s proposal is an aid: a person decides.',
    ),
    choices: {
      unlikely: c('risque improbable', 'risk unlikely'),
      risk: c('risque', 'risk'),
      high: c('risque élevé', 'high risk'),
    },
  }),
  cross_border: own.yesNo(
    'Des personnes d’un autre État membre sont-elles concernées de façon sensible ?',
    'Are people of another Member State substantially concerned?',
  ),
  contact_details_held: own.yesNo(
    'L’organisme a-t-il de quoi joindre chaque personne ?',
    'Does the organisation hold contact details for each person?',
  ),
  later_measures_remove_risk: own.yesNo(
    'Des mesures prises depuis rendent-elles le risque élevé improbable ?',
    'Do measures taken since make the high risk unlikely?',
  ),
  disproportionate_effort: own.yesNo(
    'Informer chacun demanderait-il un effort disproportionné ?',
    'Would telling each person take disproportionate effort?',
  ),
  attack_started_at: shared.instant('Quand l’attaque a-t-elle commencé ?', 'When did the attack begin?', {
    incidentKey: 'attack_started_at',
  }),
  attack_ended_at: shared.instant('Quand a-t-elle pris fin ?', 'When did it end?', {
    incidentKey: 'attack_ended_at',
  }),
} satisfies Record<string, LawFact>
