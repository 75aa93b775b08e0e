/** One field of the templates of Impl. Reg. (EU) 2025/302, annexes I and II. */
export interface DoraField {
  /** Its number there. */
  readonly number: string
  /** Where the authorities’ JSON schema (IR-1.2) has it. */
  readonly path: string
  readonly fr: string
  readonly en: string
  /** Page where the value is entered. */
  readonly fill?: string
}

/**
 * Number | path in the schema | name in French | name in English | fact, or page, that gives the value. Read in a public copy of
 * the schema and of the template, not in the Official Journal: each is shown as to be checked.
 */
const GENERAL = `
1.1 | incidentSubmission | Type de rapport | Type of submission |
1.2 | submittingEntity.name | Entité déclarante | Submitting entity |
1.3 | submittingEntity.LEI | Code de l’entité déclarante | Code of the submitting entity | lei_code
1.4 | affectedEntity.0.affectedEntityType | Type d’entité financière | Type of financial entity | law.sector
1.5 | affectedEntity.0.name | Entité touchée | Affected entity |
1.6 | affectedEntity.0.LEI | Code LEI | LEI code | lei_code
1.7 | primaryContact.name | Contact principal : nom | Primary contact: name | notification_contact
1.8 | primaryContact.email | Contact principal : e‑mail | Primary contact: e‑mail | notification_contact
1.9 | primaryContact.phone | Contact principal : téléphone | Primary contact: telephone | notification_contact
1.10-1.12 | secondaryContact | Second contact | Second contact |
1.13-1.14 | ultimateParentUndertaking | Entreprise mère ultime, s’il y en a une | Ultimate parent undertaking, if any |
1.15 | reportCurrency | Devise | Currency |`

const INITIAL = `
2.1 | incident.financialEntityCode | Référence donnée par l’entité | Reference given by the entity | dora_entity_reference
2.2 | incident.detectionDateTime | Détection par l’entité | Detection by the entity | page:clocks/awareness
2.3 | incident.classificationDateTime | Classement majeur | Classification as major | law.dora_classified_at
2.4 | incident.incidentDescription | Description | Description | attack_vector
2.5 | incident.classificationTypes | Critères de classement | Classification criteria | dora_criteria
2.6 | incident.classificationTypes.geographical_spread.countryCodeMaterialityThresholds | États membres touchés | Member States affected |
2.7 | incident.incidentDiscovery | Découverte | Discovery | dora_discovery
2.8 | incident.originatesFromThirdPartyProvider | Prestataire d’où il vient | Third-party provider it comes from | page:facts/organisations
2.9 | incident.isBusinessContinuityActivated | Plan de continuité activé | Business continuity plan activated | business_continuity_activated
2.10 | incident.otherInformation | Autres informations | Other information |`

const INTERMEDIATE = `
3.1 | incident.competentAuthorityCode | Référence donnée par l’ACPR | Reference given by the ACPR | dora_authority_reference
3.2 | incident.incidentOccurrenceDateTime | Survenance | Occurrence | attack_started_at
3.3 | impactAssessment.serviceImpact.serviceRestorationDateTime | Services rétablis | Services recovered | service_restored_at
3.4 | impactAssessment.affectedAssets.affectedClients.number | Clients touchés | Clients affected | affected_estimate
3.5 | impactAssessment.affectedAssets.affectedClients.percentage | Clients touchés, en % | Clients affected, in % | members_total
3.6-3.7 | impactAssessment.affectedAssets.affectedFinancialCounterparts | Contreparties financières touchées | Financial counterparts affected |
3.8 | impactAssessment.hasImpactOnRelevantClients | Clients importants touchés | Relevant clients affected |
3.9-3.10 | impactAssessment.affectedAssets.affectedTransactions | Transactions touchées | Transactions affected |
3.11 | impactAssessment.affectedAssets.valueOfAffectedTransactions | Valeur des transactions touchées | Value of affected transactions |
3.12 | impactAssessment.affectedAssets.numbersActualEstimate | Chiffres réels ou estimés | Actual figures or estimates | affected_estimate
3.13-3.14 | incident.classificationTypes.reputational_impact.reputationalImpactType | Réputation : type et contexte | Reputational impact: type and context |
3.15 | incident.incidentDuration | Durée (jours:heures:minutes) | Duration (days:hours:minutes) | resolved_at
3.16 | impactAssessment.serviceImpact.serviceDowntime | Interruption (jours:heures:minutes) | Downtime (days:hours:minutes) | service_restored_at
3.17 | informationDurationServiceDowntimeActualOrEstimate | Durées réelles ou estimées | Durations actual or estimated |
3.18-3.19 | incident.classificationTypes.geographical_spread.memberStatesImpactType | Effets dans d’autres États membres | Impact in other Member States |
3.20 | incident.classificationTypes.data_losses.dataLosseMaterialityThresholds | Pertes de données : type | Data losses: type | law.breach_type
3.21 | incident.classificationTypes.data_losses.dataLossesDescription | Pertes de données : description | Data losses: description | page:facts/exposure
3.22 | impactAssessment.criticalServicesAffected | Services critiques touchés | Critical services affected | systems_affected
3.23 | incident.incidentType.incidentClassification | Type d’incident | Type of incident | law.attack_on_data_system
3.25 | incident.incidentType.threatTechniques | Techniques de l’attaquant | Techniques of the attacker |
3.27 | impactAssessment.affectedFunctionalAreas | Fonctions et processus touchés | Functional areas and processes affected |
3.28 | impactAssessment.isAffectedInfrastructureComponents | Infrastructure touchée | Infrastructure affected |
3.29 | impactAssessment.affectedInfrastructureComponents | Composants touchés | Components affected |
3.30 | impactAssessment.isImpactOnFinancialInterest | Intérêts financiers des clients | Financial interests of clients | law.clients_financial_interests_hit
3.31 | reportingToOtherAuthorities | Autres autorités averties | Other authorities told | page:clocks
3.33 | impactAssessment.serviceImpact.isTemporaryActionsMeasuresForRecovery | Mesures temporaires prises | Temporary measures taken | measures_by_controller
3.34 | impactAssessment.serviceImpact.descriptionOfTemporaryActionsMeasuresForRecovery | Mesures temporaires | Temporary measures | measures_by_controller
3.35 | incident.incidentType.indicatorsOfCompromise | Indicateurs de compromission | Indicators of compromise | compromise_indicators`

const FINAL = `
4.1 | incident.rootCauseHLClassification | Cause première : classe | Root cause: class | law.malicious
4.2 | incident.rootCausesDetailedClassification | Cause première : détail | Root cause: detail |
4.3 | incident.rootCausesAdditionalClassification | Cause première : complément | Root cause: addition |
4.5 | incident.rootCausesInformation | Cause première : description | Root cause: description | root_cause
4.6 | incident.incidentResolutionSummary | Résolution | Resolution | resolution_summary
4.7 | incident.rootCauseAddressingDateTime | Cause traitée | Root cause addressed | resolved_at
4.8 | incident.incidentResolutionDateTime | Incident résolu | Incident resolved | resolved_at
4.9 | incident.incidentResolutionVsPlannedImplementation | Écart avec la date prévue | Gap with the planned date |
4.10 | incident.assessmentOfRiskToCriticalFunctions | Risque pour les fonctions critiques | Risk to critical functions |
4.11 | incident.informationRelevantToResolutionAuthorities | Pour l’autorité de résolution | For the resolution authority |
4.12 | incident.classificationTypes.economic_impact.economicImpactMaterialityThreshold | Seuil d’impact économique | Threshold of economic impact |
4.13 | incident.grossAmountIndirectDirectCosts | Coûts et pertes bruts, en euros | Gross costs and losses, in euros | page:disruption/costs
4.14 | incident.financialRecoveriesAmount | Sommes recouvrées, en euros | Financial recoveries, in euros | financial_recoveries
4.15-4.16 | incident.recurringNonMajorIncidentsDescription | Incidents récurrents | Recurring incidents |`

function fieldsIn(table: string): readonly DoraField[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [number = '', path = '', fr = '', en = '', from = ''] = line.split('|').map((cell) => cell.trim())
      const fill = from.startsWith('page:') ? from.slice(5) : `facts/new?known=${encodeURIComponent(from)}`
      return { number, path, fr, en, ...(from && { fill }) }
    })
}

export const GENERAL_FIELDS = fieldsIn(GENERAL)
export const INITIAL_FIELDS = fieldsIn(INITIAL)
export const INTERMEDIATE_FIELDS = fieldsIn(INTERMEDIATE)
export const FINAL_FIELDS = fieldsIn(FINAL)
