import { words } from '../../law/index.ts'
import { type DossierSource, lawKey, organisationRef, standing, type Told, toldFact } from '../source.ts'
import { measures, whatHappened } from './breach-parts.ts'
import {
  answerOf,
  codesOf,
  contactPart,
  type DoraValue,
  entityType,
  grossCosts,
  instantFact,
  lawInstant,
  lostData,
  numberOf,
  otherAuthorities,
  SUBMISSIONS,
  shareOfClients,
  spanBetween,
  submissionOf,
  textOf,
  thirdParties,
  truthOf,
  whenYes,
} from './dora-values.ts'

type Read = (source: DossierSource) => DoraValue | null

/** What the incident says for a field of the template, by its number. A number that is not here is asked of a person. */
export const DORA_READERS: Readonly<Record<string, Read>> = {
  '1.1': (source) => {
    const submission = submissionOf(source)
    return fixed(source, submission, SUBMISSIONS[submission][source.locale])
  },
  '1.2': (source) => fixed(source, source.organisation.name),
  '1.3': textOf('lei_code'),
  '1.4': entityType,
  '1.5': (source) => fixed(source, source.organisation.name),
  '1.6': textOf('lei_code'),
  '1.7': contactPart('name'),
  '1.8': contactPart('email'),
  '1.9': contactPart('phone'),
  '1.15': (source) => fixed(source, 'EUR'),
  '2.1': textOf('dora_entity_reference'),
  '2.2': lawInstant('aware_at'),
  '2.3': lawInstant('dora_classified_at'),
  '2.4': (source) => asText(whatHappened(source)),
  '2.5': criteria,
  '2.7': codesOf('dora_discovery'),
  '2.8': thirdParties,
  '2.9': truthOf('business_continuity_activated'),
  '3.1': textOf('dora_authority_reference'),
  '3.2': instantFact('attack_started_at'),
  '3.3': instantFact('service_restored_at'),
  '3.4': numberOf('affected_estimate'),
  '3.5': shareOfClients,
  '3.12': exactness,
  '3.15': spanBetween('attack_started_at', 'resolved_at'),
  '3.16': spanBetween('disconnected_at', 'service_restored_at'),
  '3.20': lostProperties,
  '3.21': lostData,
  '3.22': textOf('systems_affected'),
  '3.23': whenYes(
    'attack_on_data_system',
    ['cybersecurity-related'],
    words('cybersécurité', 'cybersecurity'),
  ),
  '3.30': answerOf('clients_financial_interests_hit'),
  '3.31': otherAuthorities,
  '3.33': (source) => {
    const told = ownMeasures(source)
    return told && { json: true, told }
  },
  '3.34': (source) => asText(ownMeasures(source)),
  '3.35': textOf('compromise_indicators'),
  '4.1': whenYes('malicious', ['malicious_actions'], words('actes malveillants', 'malicious actions')),
  '4.5': textOf('root_cause'),
  '4.6': textOf('resolution_summary'),
  '4.7': instantFact('resolved_at'),
  '4.8': instantFact('resolved_at'),
  '4.13': grossCosts,
  '4.14': numberOf('financial_recoveries'),
}

function fixed(source: DossierSource, json: string, said = json): DoraValue {
  return { json, told: { lines: [said], sources: [organisationRef(source.organisation)] } }
}

const asText = (told: Told | null): DoraValue | null => told && { json: told.lines.join('\n'), told }

const ownMeasures = (source: DossierSource) =>
  source.organisation.own ? measures(source, 'controller') : null

/** One entry of the schema for each criterion. */
function criteria(source: DossierSource): DoraValue | null {
  const found = codesOf('dora_criteria')(source)
  const codes = found ? (found.json as readonly string[]) : []
  return found && { ...found, json: codes.map((code) => ({ classificationCriterion: code })) }
}

/** An estimate is said to be one: the fact says so itself. */
function exactness(source: DossierSource): DoraValue | null {
  const fact = source.organisation.own ? standing(source, 'affected_estimate') : null
  const told = toldFact(source, 'affected_estimate')
  if (fact?.kind !== 'number' || !told) return null
  const { approximate = false } = fact.value
  const code = `${approximate ? 'estimates' : 'actual_figures'}_for_clients_affected`
  const said = approximate ? words('estimation', 'estimate') : words('chiffres réels', 'actual figures')
  return { json: [code], told: { ...told, lines: [said[source.locale]] } }
}

const PROPERTIES: Readonly<Record<string, string>> = {
  C: 'confidentiality',
  I: 'integrity',
  A: 'availability',
}

function lostProperties(source: DossierSource): DoraValue | null {
  const key = lawKey(source, 'breach_type')
  const fact = standing(source, key)
  const told = toldFact(source, key)
  if (fact?.kind !== 'list' || !told) return null
  const codes = fact.value.flatMap(({ code }) => PROPERTIES[code ?? ''] ?? [])
  return codes.length > 0 ? { json: codes, told } : null
}
