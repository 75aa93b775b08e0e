import { words } from '../model.ts'
import { type LawFact, own, shared } from './law-fact.ts'

const c = words

/** What one regime asks and no other: its own starting fact, its own threshold (law notes, sections 1 and 3). */
export const regimeFacts = {
  attack_known_at: own.instant(
    'Quand l’organisme a-t-il su que le système (le sien ou celui de son prestataire) était attaqué ?',
    'When did the organisation learn that the system (its own or its supplier’s) was attacked?',
    {
      help: c(
        'Décide des 72 heures de la plainte : la connaissance de l’attaque, pas celle de la fuite de données.',
        'Decides the 72 hours of the complaint: knowledge of the attack, not of the leak.',
      ),
    },
  ),
  nis2_aware_at: own.instant(
    'Quand l’organisme a-t-il su que l’incident était important (NIS 2) ?',
    'When did the organisation learn that the incident was significant (NIS2)?',
  ),
  product_aware_at: own.instant(
    'Quand le fabricant a-t-il su que la vulnérabilité était exploitée, ou l’incident grave ?',
    'When did the manufacturer learn that the vulnerability was exploited, or the incident severe?',
  ),
  initial_notification_complete: own.yesNo(
    'La notification initiale à la CNIL disait-elle déjà tout ?',
    'Did the initial notification to the CNIL already say everything?',
  ),
  access_request_received: own.yesNo(
    'Une personne a-t-elle demandé ce que l’organisme détient sur elle, ou ce qui a fui ?',
    'Has a person asked what the organisation holds on them, or what leaked?',
  ),
  access_request_extension: own.yesNo(
    'Prolongez-vous la réponse de deux mois (demande complexe, ou demandes nombreuses) ?',
    'Do you extend the answer by two months (complex request, or many requests)?',
  ),
  insurer_delay_working_days: own.number(
    'Quel délai de déclaration le contrat d’assurance fixe-t-il, en jours ouvrés ?',
    'Which delay for declaring does the insurance contract set, in working days?',
    { help: c('Jamais moins de cinq, ou deux pour un vol.', 'Never under five, or two for a theft.') },
  ),
  service_recipients_harmed: own.yesNo(
    'Les clients du service risquent-ils d’en souffrir ?',
    'Are the recipients of the service likely to suffer from it?',
  ),
  significant_cyber_threat: own.yesNo(
    'Une cybermenace importante, sans incident encore, est-elle connue ?',
    'Is a significant cyber threat, without an incident yet, known?',
  ),
  adverse_effect_on_subscribers: own.yesNo(
    'La violation nuira-t-elle sans doute aux données ou à la vie privée des abonnés ?',
    'Is the breach likely to harm the data or privacy of subscribers?',
  ),
  network_security_incident: own.yesNo(
    'Un incident touche-t-il notablement la sécurité ou le fonctionnement du réseau ?',
    'Does an incident notably affect the security or working of the network?',
  ),
  unauthorised_debit: own.yesNo(
    'Un débit non autorisé est-il apparu sur un compte ?',
    'Has an unauthorised debit appeared on an account?',
  ),
  payee_bank_outside_eea: own.yesNo(
    'La banque qui a reçu l’argent est-elle hors de l’Espace économique européen ?',
    'Is the bank that got the money outside the European Economic Area?',
  ),
  inquiry_open: shared.yesNo(
    'Une enquête pénale est-elle déjà ouverte ?',
    'Is a criminal inquiry already open?',
  ),
  dedicated_complaint_form: shared.yesNo(
    'La police a-t-elle ouvert une lettre-plainte pour cet incident ?',
    'Have the police opened a letter of complaint for this incident?',
  ),
  tax_tolerance_granted: shared.yesNo(
    'L’administration fiscale a-t-elle accordé une tolérance ?',
    'Has the tax administration granted a tolerance?',
  ),
  social_tolerance_granted: shared.yesNo(
    'L’URSSAF a-t-elle accordé une tolérance ?',
    'Has the URSSAF granted a tolerance?',
  ),
  certified_health_host: own.yesNo(
    'Est-ce un hébergeur certifié de données de santé (HDS) ?',
    'Is it a certified host of health data (HDS)?',
  ),
  publishes_software: own.yesNo(
    'L’organisme édite-t-il un logiciel ?',
    'Does the organisation publish software?',
  ),
  telecom_first_complete: own.yesNo(
    'La première notification télécoms disait-elle déjà tout ?',
    'Did the first telecom notification already say everything?',
  ),
} satisfies Record<string, LawFact>
