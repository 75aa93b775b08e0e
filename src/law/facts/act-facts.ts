import { type LawFact, own } from './law-fact.ts'

/** What was already done, and when (law notes, section 10, 18): later clocks start from it. */
export const actFacts = {
  authority_notified_at: own.instant(
    'Quand la notification initiale à la CNIL a-t-elle été déposée ?',
    'When was the initial notification to the CNIL filed?',
    {
      incidentKey: 'authority_told_at',
    },
  ),
  authority_complement_filed_at: own.instant(
    'Quand la notification complémentaire a-t-elle été déposée ?',
    'When was the complementary notification filed?',
  ),
  clients_told_at: own.instant(
    'Quand le sous-traitant a-t-il averti ses clients ?',
    'When did the processor tell its clients?',
  ),
  persons_told_at: own.instant(
    'Quand les premières personnes ont-elles été informées ?',
    'When were the first people told?',
    {
      incidentKey: 'persons_told_at',
    },
  ),
  register_entered_at: own.instant(
    'Quand la violation a-t-elle été inscrite au registre ?',
    'When was the breach entered in the register?',
  ),
  complaint_filed_at: own.instant(
    'Quand la plainte a-t-elle été déposée ?',
    'When was the complaint filed?',
    {
      incidentKey: 'complaint_filed_at',
    },
  ),
  insurer_told_at: own.instant('Quand l’assureur a-t-il été averti ?', 'When was the insurer told?'),
  partial_activity_requested_at: own.instant(
    'Quand la demande d’activité partielle a-t-elle été déposée ?',
    'When was the partial-activity request filed?',
  ),
  works_council_consulted_at: own.instant(
    'Quand le CSE a-t-il été consulté ?',
    'When was the works council consulted?',
  ),
  nis2_warning_sent_at: own.instant(
    'Quand l’alerte précoce NIS 2 est-elle partie ?',
    'When was the NIS2 early warning sent?',
  ),
  nis2_notified_at: own.instant(
    'Quand la notification NIS 2 a-t-elle été faite ?',
    'When was the NIS2 notification made?',
  ),
  nis2_final_sent_at: own.instant(
    'Quand le rapport final NIS 2 est-il parti ?',
    'When was the NIS2 final report sent?',
  ),
  dora_initial_sent_at: own.instant(
    'Quand la notification initiale DORA est-elle partie ?',
    'When was the DORA initial notification submitted?',
  ),
  dora_intermediate_sent_at: own.instant(
    'Quand le (dernier) rapport intermédiaire DORA est-il parti ?',
    'When was the (last) DORA intermediate report submitted?',
  ),
  dora_final_sent_at: own.instant(
    'Quand le rapport final DORA est-il parti ?',
    'When was the DORA final report submitted?',
  ),
  clients_interests_told_at: own.instant(
    'Quand les clients ont-ils été informés (DORA) ?',
    'When were clients told (DORA)?',
  ),
  health_agency_told_at: own.instant(
    'Quand le signalement santé a-t-il été fait ?',
    'When was the health incident reported?',
  ),
  telecom_notified_at: own.instant(
    'Quand la notification télécoms a-t-elle été faite ?',
    'When was the telecom notification made?',
  ),
  telecom_second_sent_at: own.instant(
    'Quand la seconde notification télécoms est-elle partie ?',
    'When was the second telecom notification sent?',
  ),
  trust_supervisor_told_at: own.instant(
    'Quand l’organe de contrôle (eIDAS) a-t-il été averti ?',
    'When was the supervisory body (eIDAS) told?',
  ),
  anssi_told_at: own.instant('Quand l’ANSSI a-t-elle été avertie ?', 'When was ANSSI told?'),
  users_of_product_told_at: own.instant(
    'Quand les utilisateurs du produit ont-ils été informés ?',
    'When were the product’s users told?',
  ),
  cra_warning_sent_at: own.instant(
    'Quand l’alerte précoce CRA est-elle partie ?',
    'When was the CRA early warning sent?',
  ),
  cra_notified_at: own.instant(
    'Quand la notification CRA à 72 h a-t-elle été faite ?',
    'When was the CRA 72 h notification made?',
  ),
  cra_final_sent_at: own.instant(
    'Quand le rapport final CRA est-il parti ?',
    'When was the CRA final report sent?',
  ),
  market_told_at: own.instant('Quand le marché a-t-il été informé ?', 'When was the market informed?'),
  access_request_answered_at: own.instant(
    'Quand la demande d’accès a-t-elle reçu réponse ?',
    'When was the access request answered?',
  ),
  persons_told_publicly_at: own.instant(
    'Quand la communication publique a-t-elle paru ?',
    'When did the public communication appear?',
  ),
  access_extension_told_at: own.instant(
    'Quand la personne a-t-elle été avertie de la prolongation ?',
    'When was the person told of the extension?',
  ),
  partial_activity_decided_at: own.instant(
    'Quand la décision sur l’activité partielle est-elle arrivée ?',
    'When did the decision on partial activity arrive?',
  ),
  service_recipients_told_at: own.instant(
    'Quand les clients du service ont-ils été avertis (NIS 2) ?',
    'When were the recipients of the service told (NIS2)?',
  ),
  threat_notified_at: own.instant(
    'Quand la cybermenace a-t-elle été signalée ?',
    'When was the cyber threat notified?',
  ),
  subscribers_told_at: own.instant(
    'Quand les abonnés ont-ils été avertis ?',
    'When were the subscribers told?',
  ),
  trust_persons_told_at: own.instant(
    'Quand les personnes touchées ont-elles été averties (eIDAS) ?',
    'When were the affected persons told (eIDAS)?',
  ),
  critical_authority_told_at: own.instant(
    'Quand l’autorité des entités critiques a-t-elle été avertie ?',
    'When was the authority for critical entities told?',
  ),
  ai_authority_told_at: own.instant(
    'Quand l’autorité de surveillance de l’IA a-t-elle été avertie ?',
    'When was the AI market-surveillance authority told?',
  ),
  network_authority_told_at: own.instant(
    'Quand l’incident de réseau a-t-il été signalé ?',
    'When was the network incident reported?',
  ),
  debit_contested_at: own.instant('Quand le débit a-t-il été contesté ?', 'When was the debit contested?'),
} satisfies Record<string, LawFact>
