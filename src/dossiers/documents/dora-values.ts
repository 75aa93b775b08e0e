import { sumOf } from '../../disruption/index.ts'
import { type Words, words } from '../../law/index.ts'
import { Temporal } from '../../platform/clock.ts'
import { formatDecimal } from '../../platform/i18n.ts'
import { type DossierSource, lawKey, refOf, standing, suppliersOf, type Told, toldFact } from '../source.ts'
import { doneAt, exposedData, filingsMade } from './breach-parts.ts'
import { costRefs, costsOf, firstKnown, oursOnly } from './loss-parts.ts'

/** A value for the schema of the authority, and the same in words. */
export interface DoraValue {
  readonly json: unknown
  readonly told: Told
}

type Read = (source: DossierSource) => DoraValue | null

/** Words of a fact, as one text. */
export const textOf =
  (key: string): Read =>
  (source) => {
    const told = oursOnly(source, key) ?? null
    return told && { json: told.lines.join('\n'), told }
  }

/** The instant of a fact, ISO 8601 with its offset. */
export const instantFact =
  (key: string): Read =>
  (source) => {
    const fact = standing(source, key)
    const told = toldFact(source, key)
    return fact?.kind === 'instant' && told ? { json: fact.value.at, told } : null
  }

export const lawInstant =
  (name: string): Read =>
  (source) =>
    instantFact(lawKey(source, name))(source)

/** Codes of a choice or of a list, as the schema spells them. */
export const codesOf =
  (key: string): Read =>
  (source) => {
    const fact = source.organisation.own ? standing(source, key) : null
    const told = toldFact(source, key)
    if (!fact || !told) return null
    if (fact.kind === 'choice') return { json: spelt(fact.value.code), told }
    if (fact.kind !== 'list') return null
    const codes = fact.value.flatMap(({ code }) => (code ? [spelt(code)] : []))
    return codes.length > 0 ? { json: codes, told } : null
  }

/** Codes of ours hold no hyphen. */
const spelt = (code: string) => (code === 'third_party_provider' ? 'third-party_provider' : code)

/** Yes or no; unknown is no answer. */
export const truthOf =
  (key: string): Read =>
  (source) => {
    const fact = source.organisation.own ? standing(source, key) : null
    const told = toldFact(source, key)
    return fact?.kind === 'yes_no' && told ? { json: fact.value.answer === 'yes', told } : null
  }

/** A value of one word that follows from a yes of the law's facts. */
export const whenYes =
  (name: string, json: unknown, said: Words): Read =>
  (source) => {
    const key = lawKey(source, name)
    const fact = standing(source, key)
    const told = toldFact(source, key)
    const yes = fact?.kind === 'yes_no' && fact.value.answer === 'yes'
    return yes && told ? { json, told: { ...told, lines: [said[source.locale]] } } : null
  }

/** `yes`, `no`, or that the information is not available: the schema has a word for it. */
export const answerOf =
  (name: string): Read =>
  (source) => {
    const key = lawKey(source, name)
    const fact = standing(source, key)
    const told = toldFact(source, key)
    if (fact?.kind === 'yes_no' && told) return { json: fact.value.answer, told }
    return null
  }

export const contactPart =
  (part: 'name' | 'email' | 'phone'): Read =>
  (source) => {
    const fact = source.organisation.own ? standing(source, 'notification_contact') : null
    const value = fact?.kind === 'contact' ? fact.value[part] : undefined
    return fact && value ? { json: value, told: { lines: [value], sources: [refOf(source, fact)] } } : null
  }

interface Coded {
  readonly code: string
  readonly said: Words
}

const INSURER: Coded = {
  code: 'insurance_and_reinsurance_undertaking',
  said: words('entreprise d’assurance ou de réassurance', 'insurance or reinsurance undertaking'),
}
const ENTITY_TYPES: Readonly<Record<string, Coded>> = {
  insurer: INSURER,
  mutual: INSURER,
  provident_institution: INSURER,
  bank: { code: 'credit_institution', said: words('établissement de crédit', 'credit institution') },
  broker: {
    code: 'insurance_intermediary_reinsurance_intermediary_and_ancillary_insurance_intermediary',
    said: words('intermédiaire d’assurance ou de réassurance', 'insurance or reinsurance intermediary'),
  },
}

export const entityType: Read = (source) => {
  const key = lawKey(source, 'sector')
  const fact = standing(source, key)
  const found = fact?.kind === 'choice' ? ENTITY_TYPES[fact.value.code] : undefined
  if (!fact || !found) return null
  return { json: [found.code], told: { lines: [found.said[source.locale]], sources: [refOf(source, fact)] } }
}

/** The suppliers that the incident may come from. */
export const thirdParties: Read = (source) => {
  const served = suppliersOf(source).filter(({ supplier }) => !supplier.roles.includes('print_house'))
  if (served.length === 0) return null
  const names = served.map(({ supplier }) => supplier.name)
  const sources = served.map(({ supplier, id }) => ({ key: `link.${supplier.key}`, id }))
  return { json: names.join(', '), told: { lines: names, sources } }
}

const amountOf = (source: DossierSource, key: string) => {
  const fact = source.organisation.own ? standing(source, key) : null
  return fact?.kind === 'number' ? { amount: fact.value.amount, ref: refOf(source, fact) } : null
}

export const numberOf =
  (key: string): Read =>
  (source) => {
    const found = amountOf(source, key)
    const told = toldFact(source, key)
    return found && told ? { json: found.amount, told } : null
  }

/** Share of the people of the register, in per cent with two decimals: its two numbers are facts. */
export const shareOfClients: Read = (source) => {
  const part = amountOf(source, 'affected_estimate')
  const whole = amountOf(source, 'members_total')
  if (!part || !whole || whole.amount === 0) return null
  const percent = Math.round((10_000 * part.amount) / whole.amount) / 100
  const line = formatDecimal(percent, source.locale, 2)
  return { json: percent, told: { lines: [line], sources: [part.ref, whole.ref] } }
}

/** `days:hours:minutes` between two instants of the incident, as the schema wants it. */
export const spanBetween =
  (from: string, to: string): Read =>
  (source) => {
    const [start, end] = [standing(source, from), standing(source, to)]
    if (start?.kind !== 'instant' || end?.kind !== 'instant') return null
    const minutes = Math.floor(
      Temporal.Instant.from(end.value.at).since(Temporal.Instant.from(start.value.at)).total('minute'),
    )
    if (minutes < 0) return null
    const two = (value: number) => String(value).padStart(2, '0')
    const json = `${Math.floor(minutes / 1440)}:${two(Math.floor((minutes % 1440) / 60))}:${two(minutes % 60)}`
    return { json, told: { lines: [json], sources: [refOf(source, start), refOf(source, end)] } }
  }

export const lostData: Read = (source) => {
  const told = source.organisation.own ? exposedData(source) : null
  return told && { json: told.lines.join('\n'), told }
}

/** Authorities that a filing, or a fact of the incident, says were told. */
export const otherAuthorities: Read = (source) => {
  const told = [
    [
      'data_protection_authority',
      words('CNIL', 'CNIL'),
      doneAt(source, 'gdpr_33_1', lawKey(source, 'authority_notified_at')),
    ],
    [
      'police_law_enforcement',
      words('police ou gendarmerie', 'police'),
      doneAt(source, 'lopmi_complaint', lawKey(source, 'complaint_filed_at')),
    ],
    ['national_cybersecurity_agency', words('ANSSI', 'ANSSI'), firstKnown(source, 'anssi_told_at')],
  ] as const
  const there = told.flatMap(([code, name, said]) => (said ? [{ code, name, said }] : []))
  if (there.length === 0) return null
  return {
    json: there.map(({ code }) => code),
    told: {
      lines: there.map(({ name, said }) => `${name[source.locale]}, ${said.lines.join(', ')}`),
      sources: there.flatMap(({ said }) => said.sources),
    },
  }
}

/** Euros of the cost journal; nothing before a line is priced. */
export const grossCosts: Read = (source) => {
  const { cents } = sumOf(costsOf(source))
  if (cents === 0) return null
  return {
    json: cents / 100,
    told: { lines: [formatDecimal(cents / 100, source.locale, 2)], sources: costRefs(source) },
  }
}

export type Submission = 'initial_notification' | 'intermediate_report' | 'final_report'

/** The three reports, in their order. */
export const SUBMISSIONS: Readonly<Record<Submission, Words>> = {
  initial_notification: words('notification initiale', 'initial notification'),
  intermediate_report: words('rapport intermédiaire', 'intermediate report'),
  final_report: words('rapport final', 'final report'),
}

/** The report that is due next, by what was filed. */
export function submissionOf(source: DossierSource): Submission {
  const sent = (rule: string, fact: string) =>
    (filingsMade(source, rule) ?? toldFact(source, lawKey(source, fact))) !== null
  if (!sent('dora_initial', 'dora_initial_sent_at')) return 'initial_notification'
  return sent('dora_intermediate', 'dora_intermediate_sent_at') ? 'final_report' : 'intermediate_report'
}
