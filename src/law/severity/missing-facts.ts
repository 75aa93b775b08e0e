import { classifyData } from './classify-data.ts'
import type { RiskFactKey, RiskFacts } from './risk-facts.ts'
import { weighBreach } from './weigh-breach.ts'
import { type RiskLevel, rank } from './weighing.ts'

type Answers = Partial<Record<RiskFactKey, readonly Partial<RiskFacts>[]>>

const range = (min: number, max = min) => ({ range: { min, max }, unread: null })
const yesNo = (key: keyof RiskFacts) => [{ [key]: true }, { [key]: false }] as Partial<RiskFacts>[]

/** For each fact, answers as far apart as they come. Consequences are not asked: they are reported when seen. */
const ANSWERS: Answers = {
  breach_type: [{ breach: ['C'] }, { breach: ['A'] }, { breach: ['C', 'I', 'A'] }],
  data_categories: [
    { data: classifyData(['surname']) },
    { data: classifyData(['birth_date', 'surname', 'email']) },
    { data: classifyData(['bank_details']) },
    { data: classifyData(['health']) },
  ],
  exfiltrated: yesNo('exfiltrated'),
  malicious: yesNo('malicious'),
  encrypted_at_rest: [{ encrypted: true, keyCompromised: false }, { encrypted: false }],
  key_compromised: yesNo('keyCompromised'),
  backup_available: yesNo('backup'),
  restored_within_hours: [{ restored: range(1) }, { restored: range(24 * 30) }],
  persons: [{ persons: range(1) }, { persons: range(1_000_000) }],
  special_categories: yesNo('special'),
  financial_data: yesNo('financial'),
  identity_fraud_possible: yesNo('fraud'),
  vulnerable_persons: yesNo('vulnerable'),
  recipients_known: yesNo('recipientsKnown'),
  recipient_trusted: yesNo('trusted'),
  data_returned_or_deleted: yesNo('returned'),
}

/**
 * Unknown facts whose answer alone would change the level, most decisive first (the height it could reach, then the span).
 * Found by trying each answer, so that nobody is asked for what cannot matter.
 */
export function missingFacts(read: RiskFacts, level: RiskLevel | null): readonly RiskFactKey[] {
  const decisive = (Object.entries(ANSWERS) as [RiskFactKey, readonly Partial<RiskFacts>[]][])
    .filter(([key]) => isUnknown(key, read))
    .map(([key, answers], place) => ({
      key,
      place,
      levels: answers.map((one) => weighBreach({ ...read, ...one }).level),
    }))
    .filter(({ levels }) => levels.some((one) => one !== level))
    .sort((a, b) => decisiveness(b.levels) - decisiveness(a.levels) || a.place - b.place)
    .map(({ key }) => key)
  return level === null && decisive.length === 0 ? essential(read) : decisive
}

/** Where no answer alone would do: first what happened, then to which data. */
const essential = (read: RiskFacts) =>
  (['breach_type', 'data_categories'] as const).filter((key) => isUnknown(key, read) || read.data === null)

function decisiveness(levels: readonly (RiskLevel | null)[]): number {
  const ranks = levels.flatMap((level) => (level === null ? [] : [rank(level)]))
  if (ranks.length === 0) return 0
  return Math.max(...ranks) * 3 + (Math.max(...ranks) - Math.min(...ranks))
}

const READ_AS: Partial<Record<RiskFactKey, (read: RiskFacts) => unknown>> = {
  breach_type: (read) => read.breach,
  data_categories: (read) => read.data,
  exfiltrated: (read) => read.exfiltrated,
  malicious: (read) => read.malicious,
  encrypted_at_rest: (read) => read.encrypted,
  key_compromised: (read) => (read.encrypted === true || hashed(read) ? read.keyCompromised : 'not asked'),
  backup_available: (read) => read.backup,
  restored_within_hours: (read) => read.restored.range,
  persons: (read) => read.persons.range,
  special_categories: (read) => read.special,
  financial_data: (read) => read.financial,
  identity_fraud_possible: (read) => read.fraud,
  vulnerable_persons: (read) => read.vulnerable,
  recipients_known: (read) => read.recipientsKnown,
  recipient_trusted: (read) => read.trusted,
  data_returned_or_deleted: (read) => read.returned,
}

const hashed = (read: RiskFacts) => read.data?.codes.includes('hashed_password') ?? false
const isUnknown = (key: RiskFactKey, read: RiskFacts) => (READ_AS[key]?.(read) ?? null) === null
