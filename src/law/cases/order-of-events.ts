import type { LawFactKey } from '../facts/fact-catalogue.ts'

/** How an organisation comes to know of it, by any road. */
export const AWARENESS: readonly LawFactKey[] = [
  'aware_at',
  'told_by_supplier_at',
  'detected_at',
  'attack_known_at',
  'loss_known_at',
]

/** What is done because one knows. A threat, a request of a person or partial activity may be older than the breach. */
export const ACTS: readonly LawFactKey[] = [
  'clients_told_at',
  'authority_notified_at',
  'authority_complement_filed_at',
  'persons_told_at',
  'persons_told_publicly_at',
  'register_entered_at',
  'complaint_filed_at',
  'insurer_told_at',
  'nis2_warning_sent_at',
  'nis2_notified_at',
  'nis2_final_sent_at',
  'dora_classified_at',
  'dora_initial_sent_at',
  'dora_intermediate_sent_at',
  'dora_final_sent_at',
  'clients_interests_told_at',
  'health_agency_told_at',
  'telecom_notified_at',
  'telecom_second_sent_at',
  'subscribers_told_at',
  'trust_supervisor_told_at',
  'trust_persons_told_at',
  'anssi_told_at',
  'service_recipients_told_at',
  'market_told_at',
]

export const AFTER_THE_ATTACK: readonly LawFactKey[] = [
  'attack_ended_at',
  ...AWARENESS,
  'nis2_aware_at',
  ...ACTS,
]

/** Earlier, later. */
export const SEQUENCES: readonly (readonly [LawFactKey, LawFactKey])[] = [
  ['authority_notified_at', 'authority_complement_filed_at'],
  // Classifying an incident as major supposes that one knows of it (Del. Reg. 2025/301, art. 5).
  ['aware_at', 'dora_classified_at'],
  ['dora_initial_sent_at', 'dora_intermediate_sent_at'],
  ['dora_initial_sent_at', 'dora_final_sent_at'],
  ['dora_intermediate_sent_at', 'dora_final_sent_at'],
  ['nis2_warning_sent_at', 'nis2_final_sent_at'],
  ['nis2_notified_at', 'nis2_final_sent_at'],
  ['cra_warning_sent_at', 'cra_final_sent_at'],
  ['cra_notified_at', 'cra_final_sent_at'],
  ['telecom_notified_at', 'telecom_second_sent_at'],
  ['access_request_received_at', 'access_extension_told_at'],
  ['access_request_received_at', 'access_request_answered_at'],
  ['partial_activity_requested_at', 'partial_activity_decided_at'],
  ['unauthorised_debit_on', 'debit_contested_at'],
]
