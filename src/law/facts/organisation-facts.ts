import { words } from '../model.ts'
import { type LawFact, own } from './law-fact.ts'

const c = words

/** What each organisation of the chain is, and what happened to it (law notes, section 10, 1 and 13 to 17). */
export const organisationFacts = {
  sector: own.choice('De quel secteur est l’organisme ?', 'Which sector is the organisation in?', {
    choices: {
      insurer: c('assureur', 'insurer'),
      mutual: c('mutuelle', 'mutual insurer'),
      provident_institution: c('institution de prévoyance', 'provident institution'),
      bank: c('banque ou établissement de crédit', 'bank or credit institution'),
      market_infrastructure: c(
        'contrepartie centrale ou plate-forme de négociation',
        'central counterparty or trading venue',
      ),
      other_financial_entity: c('autre entité financière', 'other financial entity'),
      broker: c('courtier', 'broker'),
      care: c('établissement ou structure de soins', 'care establishment'),
      third_party_payment: c('tiers payant', 'third-party payment'),
      telecom: c('opérateur de communications électroniques', 'telecom provider'),
      trust_service: c('prestataire de services de confiance', 'trust service provider'),
      hosting: c('hébergeur, informatique en nuage, infogérance', 'hosting, cloud, managed services'),
      software_publisher: c('éditeur de logiciels', 'software publisher'),
      manufacturer: c('fabricant de produits numériques', 'manufacturer of digital products'),
      accountancy: c('expertise comptable', 'accountancy'),
      public_body: c('organisme public', 'public body'),
      other: c('autre', 'other'),
    },
  }),
  acts_professionally: own.yesNo(
    'Est-ce une personne morale, ou une personne physique dans son activité professionnelle ?',
    'Is it a legal person, or a natural person in its professional activity?',
  ),
  small_entity: own.yesNo(
    'Est-ce une micro, petite ou moyenne entreprise au sens du texte ?',
    'Is it a micro, small or medium-sized enterprise within the meaning of the text?',
    { help: c('Décide pour les courtiers (DORA).', 'Decides for brokers (DORA).') },
  ),
  very_small_insurer: own.yesNo(
    'Est-ce un très petit assureur, hors Solvabilité II ?',
    'Is it a very small insurer, outside Solvency II?',
  ),
  zone: own.text('Dans quel fuseau est l’établissement ?', 'In which time zone is the establishment?'),
  holiday_region: own.choice(
    'Quel calendrier de jours fériés suit l’établissement ?',
    'Which holiday calendar applies there?',
    {
      choices: {
        metropole: c('France métropolitaine', 'mainland France'),
        alsace_moselle: c('Alsace-Moselle', 'Alsace-Moselle'),
        guadeloupe: c('Guadeloupe', 'Guadeloupe'),
        martinique: c('Martinique', 'Martinique'),
        guyane: c('Guyane', 'French Guiana'),
        reunion: c('La Réunion', 'Réunion'),
        mayotte: c('Mayotte', 'Mayotte'),
        saint_martin: c('Saint-Martin', 'Saint-Martin'),
        saint_barthelemy: c('Saint-Barthélemy', 'Saint-Barthélemy'),
      },
    },
  ),
  aware_at: own.instant(
    'Quand l’organisme en a-t-il eu connaissance ?',
    'When did the organisation become aware?',
    {
      help: c(
        'Degré raisonnable de certitude. Gardez qui l’a appris, comment, par quel message.',
        'Reasonable degree of certainty. Keep who learned it, how, by which message.',
      ),
      incidentKey: 'controller_aware_at',
    },
  ),
  told_by_supplier_at: own.instant(
    'Quand son prestataire l’a-t-il averti ?',
    'When did its supplier tell it?',
    {
      incidentKey: 'processor_told_controller_at',
    },
  ),
  aware_by_other_means: own.yesNo(
    'L’a-t-il appris autrement que par son prestataire ?',
    'Did it learn otherwise than from its supplier?',
    {
      incidentKey: 'controller_aware_by_other_means',
    },
  ),
  mandated_to_notify: own.yesNo(
    'Le sous-traitant est-il mandaté pour notifier à la place de son client ?',
    'Is the processor mandated to notify in its client’s place?',
  ),
  telling_mandated_to_other: own.yesNo(
    'Un autre organisme est-il mandaté pour informer les personnes à sa place ?',
    'Is another organisation mandated to tell the people in its place?',
  ),

  covered_against_attack: own.yesNo(
    'Un contrat d’assurance couvre-t-il (peut-être) les pertes dues à une attaque informatique ?',
    'Does an insurance contract (maybe) cover losses from an attack on a data system?',
  ),
  contract_under_french_code: own.yesNo(
    'Ce contrat relève-t-il du code des assurances français ?',
    'Is that contract under the French Insurance Code?',
  ),
  insured_loss: own.yesNo(
    'Un contrat d’assurance peut-il jouer pour ce sinistre ?',
    'May an insurance contract answer for this loss?',
  ),
  theft: own.yesNo(
    'Le sinistre est-il un vol (matériel, dossier) ?',
    'Is the loss a theft (equipment, file)?',
  ),
  loss_known_at: own.instant(
    'Quand l’assuré a-t-il eu connaissance du sinistre ?',
    'When did the insured learn of the loss?',
  ),

  employees_idle: own.yesNo(
    'Des salariés sont-ils à l’arrêt ou en horaire réduit ?',
    'Are employees idle or on reduced hours?',
  ),
  first_idle_day: own.date(
    'Quel est le premier jour d’activité partielle ?',
    'Which is the first day of partial activity?',
  ),
  idle_motive: own.choice('Quel motif de l’article R5122-1 ?', 'Which motive of article R5122-1?', {
    choices: {
      motive_1: c('1° conjoncture économique', '1° economic situation'),
      motive_2: c('2° difficultés d’approvisionnement', '2° supply difficulties'),
      motive_3: c('3° sinistre ou intempéries exceptionnels', '3° exceptional disaster or weather'),
      motive_4: c('4° transformation, restructuration', '4° transformation, restructuring'),
      motive_5: c('5° toute autre circonstance exceptionnelle', '5° any other exceptional circumstance'),
    },
  }),
  headcount: own.number(
    'Combien l’entreprise compte-t-elle de salariés ?',
    'How many employees does the company have?',
  ),
  idle_employees: own.number('Combien de salariés sont concernés ?', 'How many employees are concerned?'),

  nis2_entity: own.yesNo(
    'Est-ce une entité essentielle ou importante (NIS 2) ?',
    'Is it an essential or important entity (NIS2)?',
  ),
  significant_incident: own.yesNo(
    'L’incident est-il important au sens de NIS 2 (ou de la loi 2018-133) ?',
    'Is the incident significant within NIS2 (or law 2018-133)?',
  ),
  nis1_designated: own.yesNo(
    'A-t-il été désigné OSE ou FSN (loi 2018-133) ?',
    'Was it designated OSE or FSN (law 2018-133)?',
  ),
  critical_service_affected: own.yesNo(
    'Un service critique ou important est-il touché ?',
    'Is a critical or important service affected?',
  ),
  dora_classified_major: own.yesNo(
    'L’incident est-il classé majeur (DORA) ?',
    'Is the incident classified as major (DORA)?',
  ),
  dora_classified_at: own.instant('Quand a-t-il été classé majeur ?', 'When was it classified as major?'),
  clients_financial_interests_hit: own.yesNo(
    'Les intérêts financiers de clients sont-ils touchés ?',
    'Are the financial interests of clients hit?',
  ),
  health_incident_grave: own.yesNo(
    'L’incident est-il grave ou significatif (sécurité des soins, données de santé, fonctionnement) ?',
    'Is the incident grave or significant (safety of care, health data, operation)?',
  ),
  detected_at: own.instant(
    'Quand l’organisme a-t-il détecté l’incident ?',
    'When did the organisation detect the incident?',
    {
      help: c('Télécoms : la détection, pas la connaissance.', 'Telecoms: detection, not awareness.'),
    },
  ),
  significant_trust_impact: own.yesNo(
    'L’incident a-t-il un impact important sur le service de confiance ?',
    'Does the incident have a significant impact on the trust service?',
  ),
  vital_operator: own.yesNo(
    'Est-ce un opérateur d’importance vitale ?',
    'Is it an operator of vital importance?',
  ),
  vital_system_hit: own.yesNo(
    'Un système d’information d’importance vitale est-il touché ?',
    'Is a vital information system hit?',
  ),
  product_vulnerability_significant: own.yesNo(
    'Une vulnérabilité ou un incident touche-t-il notablement un logiciel édité ?',
    'Does a vulnerability or incident notably affect a published product?',
  ),
  product_with_digital_elements: own.yesNo(
    'L’organisme fabrique-t-il un produit comportant des éléments numériques ?',
    'Does it manufacture a product with digital elements?',
  ),
  exploited_vulnerability: own.yesNo(
    'Une vulnérabilité du produit est-elle exploitée ?',
    'Is a vulnerability of the product exploited?',
  ),
  severe_product_incident: own.yesNo(
    'Un incident grave touche-t-il la sécurité du produit ?',
    'Does a severe incident hit the product’s security?',
  ),
  corrective_measure_at: own.instant(
    'Quand le correctif a-t-il été disponible ?',
    'When was the corrective measure available?',
  ),
  listed_issuer: own.yesNo('Est-ce un émetteur coté ?', 'Is it a listed issuer?'),
  inside_information: own.yesNo('Est-ce une information privilégiée ?', 'Is it inside information?'),
  critical_entity: own.yesNo(
    'Est-ce une entité critique (directive CER) ?',
    'Is it a critical entity (CER directive)?',
  ),
  high_risk_ai_incident: own.yesNo(
    'Un système d’IA à haut risque est-il en cause ?',
    'Is a high-risk AI system involved?',
  ),
  access_request_received_at: own.instant(
    'Quand la demande d’accès d’une personne est-elle arrivée ?',
    'When did a person’s access request arrive?',
  ),
  unauthorised_debit_on: own.instant(
    'Quand un débit non autorisé a-t-il eu lieu ?',
    'When did an unauthorised debit happen?',
  ),
  filings_blocked: own.yesNo(
    'Des déclarations sont-elles bloquées par la panne ?',
    'Are filings blocked by the outage?',
  ),
} satisfies Record<string, LawFact>
