import { words } from '../../law/index.ts'
import { blockedFilingsCsv, buildBlockedFilings } from './build-blocked-filings.ts'
import { buildComplaintOrganisation } from './build-complaint-organisation.ts'
import { buildDoraReport } from './build-dora-report.ts'
import { buildExtraCosts, extraCostsCsv } from './build-extra-costs.ts'
import { buildInsurerDeclaration } from './build-insurer-declaration.ts'
import { buildPartialActivity } from './build-partial-activity.ts'
import { buildProcessorAttestation } from './build-processor-attestation.ts'
import { buildRegisterOfFirms, registerOfFirmsCsv } from './build-register-of-firms.ts'
import type { DocumentDefinition } from './documents.ts'

/** What is handed over about the attack, the outage and what it costs. */
export const LOSS_DOCUMENTS: readonly DocumentDefinition[] = [
  {
    kind: 'complaint_organisation',
    title: words('Plainte contre X', 'Complaint against X'),
    to: words('police, gendarmerie ou procureur', 'police, gendarmerie or prosecutor'),
    build: buildComplaintOrganisation,
    rules: ['lopmi_complaint', 'victim_complaint'],
    attachments: extraCostsCsv,
  },
  {
    kind: 'insurer_declaration',
    title: words('Déclaration à l’assureur', 'Declaration to the insurer'),
    to: words('l’assureur', 'the insurer'),
    build: buildInsurerDeclaration,
    rules: ['insurer_declaration', 'insurer_declaration_theft'],
    filesOf: () => ['insurer_declaration', 'insurer_declaration_theft', 'lopmi_complaint'],
    attachments: extraCostsCsv,
  },
  {
    kind: 'dora_report',
    title: words('Rapport d’incident DORA', 'DORA incident report'),
    to: words('l’ACPR', 'the ACPR'),
    build: buildDoraReport,
    rules: ['dora_initial', 'dora_intermediate', 'dora_final'],
  },
  {
    kind: 'partial_activity',
    title: words('Demande d’activité partielle', 'Request for partial activity'),
    to: words('la DDETS', 'the DDETS'),
    build: buildPartialActivity,
    rules: ['partial_activity_30d', 'partial_activity_prior'],
    filesOf: () => ['partial_activity_30d', 'partial_activity_prior', 'lopmi_complaint'],
  },
  {
    kind: 'processor_attestation',
    title: words('Attestation du sous-traitant', 'Processor’s attestation'),
    to: words('le client, à faire signer par son sous-traitant', 'the client, to be signed by its processor'),
    build: buildProcessorAttestation,
    rules: [],
  },
  {
    kind: 'register_of_firms',
    title: words('Registre des entreprises touchées', 'Register of affected firms'),
    to: words('l’autorité qui le demande', 'the authority that asks for it'),
    build: buildRegisterOfFirms,
    rules: [],
    attachments: registerOfFirmsCsv,
  },
  {
    kind: 'blocked_filings',
    title: words('Déclarations bloquées et tolérances', 'Blocked filings and tolerances'),
    to: words('services des impôts, organismes sociaux', 'tax offices, social bodies'),
    build: buildBlockedFilings,
    rules: ['blocked_filings'],
    attachments: blockedFilingsCsv,
  },
  {
    kind: 'extra_costs',
    title: words('Journal des surcoûts', 'Journal of extra costs'),
    to: words('l’assureur', 'the insurer'),
    build: buildExtraCosts,
    rules: [],
    attachments: extraCostsCsv,
  },
]
