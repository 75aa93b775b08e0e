import { choice, of } from './dossier-entry.ts'
import type { CatalogueEntry } from './fact-catalogue.ts'

/** What the complaint, the insurer, the employer’s request and the DORA report ask and no other text of the incident says. */
export const LOSS_FACTS = {
  systems_affected: of(
    'list',
    ['Systèmes touchés', 'Systems hit'],
    [
      'Un système par ligne, le vôtre ou celui du prestataire.',
      'One system a line, yours or the supplier’s.',
    ],
  ),
  compromise_indicators: of(
    'list',
    ['Traces techniques de l’attaque', 'Technical traces of the attack'],
    [
      'Adresses, empreintes, comptes détournés\u00a0: une trace par ligne.',
      'Addresses, hashes, hijacked accounts: one trace a line.',
    ],
  ),
  ransom_note: of(
    'text',
    ['Demande de rançon', 'Ransom note'],
    ['Son texte, ou «\u00a0aucune\u00a0».', 'Its text, or “none”.'],
  ),
  complaint_signatory: of(
    'text',
    ['Signataire de la plainte et son pouvoir', 'Signatory of the complaint and their power'],
    ['Fonction, et acte qui donne le pouvoir.', 'Position, and the deed that gives the power.'],
  ),
  complaint_lodged_with: of(
    'text',
    ['Service qui a reçu la plainte', 'Service that took the complaint'],
    ['Brigade, commissariat ou procureur.', 'Gendarmerie, police station or prosecutor.'],
  ),
  persons_complaint_channel: of(
    'text',
    ['Dispositif de plainte ouvert aux personnes', 'Channel of complaint opened to persons'],
    [
      'Celui que la police a ouvert pour cet incident, avec son adresse\u202f; sinon, rien.',
      'The one the police opened for this incident, with its address; otherwise nothing.',
    ],
  ),
  establishment_siret: of(
    'text',
    ['SIRET de l’établissement', 'SIRET of the establishment'],
    [
      'Quatorze chiffres. Une demande par établissement.',
      'Fourteen digits. One request for each establishment.',
    ],
  ),
  idle_until: of(
    'date',
    ['Fin prévue de l’activité partielle', 'Expected end of partial activity'],
    ['Le dernier jour prévisible.', 'The last foreseeable day.'],
  ),
  idle_circumstances: of(
    'text',
    ['Circonstances de l’activité partielle', 'Circumstances of partial activity'],
    [
      'En détail\u00a0: ce que la panne empêche de faire.',
      'In detail: what the outage keeps from being done.',
    ],
  ),
  economic_situation: of(
    'text',
    ['Situation économique de l’entreprise', 'Economic situation of the company'],
    ['Telle que la demande l’expose.', 'As the request sets it out.'],
  ),
  service_restored_at: of(
    'instant',
    ['Service rétabli', 'Service restored'],
    ['Quand l’activité a repris.', 'When activity resumed.'],
  ),
  lei_code: of(
    'text',
    ['Code LEI', 'LEI code'],
    ['Vingt caractères, pour le rapport DORA.', 'Twenty characters, for the DORA report.'],
  ),
  dora_entity_reference: of(
    'text',
    ['Référence DORA donnée par nous', 'DORA reference given by us'],
    ['La même d’un rapport à l’autre.', 'The same from one report to the next.'],
  ),
  dora_authority_reference: of(
    'text',
    ['Référence DORA donnée par l’ACPR', 'DORA reference given by the ACPR'],
    ['Reçue après la notification initiale.', 'Received after the initial notification.'],
  ),
  dora_criteria: choice(
    'list',
    ['Critères de classement DORA', 'DORA classification criteria'],
    ['Ceux qui ont fait classer l’incident majeur.', 'Those that made the incident major.'],
    {
      clients_financial_counterparts_and_transactions_affected: [
        'clients, contreparties et transactions touchés',
        'clients, counterparts and transactions affected',
      ],
      reputational_impact: ['réputation', 'reputational impact'],
      duration_and_service_downtime: ['durée et interruption', 'duration and service downtime'],
      geographical_spread: ['étendue géographique', 'geographical spread'],
      data_losses: ['pertes de données', 'data losses'],
      critical_services_affected: ['services critiques touchés', 'critical services affected'],
      economic_impact: ['impact économique', 'economic impact'],
    },
  ),
  dora_discovery: choice(
    'choice',
    ['Qui a découvert l’incident (DORA)', 'Who discovered the incident (DORA)'],
    ['Tel que le modèle le demande.', 'As the template asks it.'],
    {
      it_security: ['notre sécurité informatique', 'our IT security'],
      staff: ['un salarié', 'staff'],
      internal_audit: ['l’audit interne', 'internal audit'],
      external_audit: ['l’audit externe', 'external audit'],
      clients: ['des clients', 'clients'],
      financial_counterparts: ['des contreparties', 'financial counterparts'],
      third_party_provider: ['un prestataire', 'a third-party provider'],
      attacker: ['l’attaquant', 'the attacker'],
      monitoring_systems: ['la surveillance', 'monitoring systems'],
      authority_agency_law_enforcement_body: ['une autorité', 'an authority'],
      other: ['autre', 'other'],
    },
  ),
  business_continuity_activated: of(
    'yes_no',
    ['Plan de continuité activé', 'Business continuity plan activated'],
    ['Le nôtre.', 'Ours.'],
  ),
  root_cause: of(
    'text',
    ['Cause première', 'Root cause'],
    ['En quelques phrases, quand elle est établie.', 'In a few sentences, once established.'],
  ),
  resolution_summary: of(
    'text',
    ['Comment l’incident a été résolu', 'How the incident was resolved'],
    ['En quelques phrases.', 'In a few sentences.'],
  ),
  resolved_at: of(
    'instant',
    ['Incident résolu', 'Incident resolved'],
    ['Quand la cause a été traitée.', 'When its cause was dealt with.'],
  ),
  financial_recoveries: of(
    'number',
    ['Sommes recouvrées, en euros', 'Amounts recovered, in euros'],
    ['Versées par l’assureur ou par le prestataire.', 'Paid by the insurer or the supplier.'],
  ),
} satisfies Record<string, CatalogueEntry>
