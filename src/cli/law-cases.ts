import { assess, caseRefusals, validateCase } from '../law/index.ts'
import { type Locale, Refusal } from '../platform/refusal.ts'
import { setFrenchSpaces } from '../platform/typography.ts'
import { lawAssessTexts } from './law-assess-texts.ts'

/** What the Guidelines publish of a worked case, and what the rules and the risk proposal make of its facts. */
const OUTCOMES = [
  'internal_documentation',
  'notify_supervisory_authority',
  'communicate_to_data_subjects',
  'risk_level',
] as const
type Outcomes = Partial<Record<(typeof OUTCOMES)[number], unknown>>

/** Duties of GDPR arts 33(5), 33(1) and 34, by rule. */
const RULES = {
  internal_documentation: 'gdpr_33_5',
  notify_supervisory_authority: 'gdpr_33_1',
  communicate_to_data_subjects: 'gdpr_34',
} as const

interface CheckedCase {
  readonly id: string
  readonly computed: Outcomes | null
  readonly expected: Outcomes
  readonly ok: boolean
  readonly reasons?: unknown
  readonly error?: { readonly code: string; readonly message: string }
}

/**
 * Computes worked cases again: one controller, the facts as given, the risk proposal standing in for the decision. `ok` compares
 * every outcome given.
 * @param json `{cases: [{id, facts, outcome}]}`, or the list alone
 */
export function checkCases(json: unknown, now: string): CheckedCase[] {
  const cases = Array.isArray(json) ? json : (json as { cases?: unknown } | null)?.cases
  if (!Array.isArray(cases)) {
    throw caseRefusals.wrongShape({
      where: '/cases',
      fr: 'donnez une liste de cas : [{id, facts, outcome}].',
      en: 'give a list of cases: [{id, facts, outcome}].',
    })
  }
  return cases.map((one, index) => checkCase(one, `/cases/${index}`, now))
}

function checkCase(given: unknown, where: string, now: string): CheckedCase {
  const {
    id = where,
    facts,
    outcome = {},
  } = (given ?? {}) as { id?: unknown; facts?: unknown; outcome?: Outcomes }
  const expected = Object.fromEntries(
    OUTCOMES.filter((key) => key in outcome).map((key) => [key, outcome[key]]),
  )
  try {
    const { computed, reasons } = compute(facts, now)
    const ok = Object.entries(expected).every(([key, value]) => computed[key as keyof Outcomes] === value)
    return { id: String(id), computed, expected, ok, reasons }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return {
      id: String(id),
      computed: null,
      expected,
      ok: false,
      error: { code: error.code, message: error.text('en') },
    }
  }
}

function compute(facts: unknown, now: string) {
  // A worked case of the Guidelines is a breach of personal data, and does not say so among its facts.
  const given = { personal_data: true, ...(facts as object | null) }
  const { conclusions, risks } = assess(validateCase({ facts: given }), { now, questionsFor: [] })
  const found = new Map(conclusions.map((one) => [one.snapshot.rule.id, one]))
  const duties = Object.entries(RULES).map(([key, rule]) => {
    const { result, because, unless } = found.get(rule)!
    return { key, required: result === 'depends' ? null : result === 'required', because, unless }
  })
  const { proposal } = risks[0]!
  return {
    computed: {
      ...Object.fromEntries(duties.map(({ key, required }) => [key, required])),
      risk_level: proposal.level,
    } as Outcomes,
    reasons: {
      ...Object.fromEntries(duties.map(({ key, because, unless }) => [key, { because, unless }])),
      risk_level: proposal.reasons,
    },
  }
}

/** One line for each case, then the sum. */
export function tellCases(checked: readonly CheckedCase[], locale: Locale): string {
  const texts = lawAssessTexts[locale]
  const lines = checked.map(({ id, ok, computed, error }) => {
    const level = computed === null ? (error?.code ?? '') : String(computed.risk_level)
    return `${id}  ${ok ? texts.caseOk : texts.caseWrong}  ${level}`
  })
  const text = [...lines, texts.casesSum(checked.filter(({ ok }) => ok).length, checked.length)].join('\n')
  return locale === 'fr' ? setFrenchSpaces(text) : text
}
