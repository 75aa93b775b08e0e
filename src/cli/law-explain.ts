import { ALL_RULES, CLOCK_RULES, caseRefusals, LAW_FACTS, nearest, snapshotOf } from '../law/index.ts'
import type { Locale } from '../platform/refusal.ts'
import { punctuated } from '../platform/typography.ts'
import { defineCommand, type Outcome } from './command.ts'
import { explainClock, explainFact, explainRule, rulesReading } from './explain-law.ts'

/** `law explain`: a rule in all its versions, a clock or a fact, as the engine has it. */
export const command = defineCommand({
  name: 'law explain',
  summary: {
    fr: 'Explique une règle, un délai ou un fait : article, lecture, conditions en mots, dates, certitude, source.',
    en: 'Explains a rule, a clock or a fact: article, reading, conditions in words, dates, certainty, source.',
  },
  options: {},
  positionals: ['ID'],
  async run({ positionals, locale }) {
    const [id] = positionals
    const outcome = id === undefined ? list(locale) : explain(id, locale)
    return { ...outcome, text: punctuated(outcome.text ?? '', locale) }
  },
})

function explain(id: string, locale: Locale): Outcome {
  const versions = ALL_RULES.filter((rule) => rule.id === id)
  const clock = CLOCK_RULES.find((one) => one.id === id)
  // A clock may bear the name of its rule.
  if (versions.length > 0 || clock) {
    const texts = [
      ...versions.map((rule) => explainRule(rule, locale)),
      ...(clock ? [explainClock(clock, locale)] : []),
    ]
    const json = {
      id,
      versions: versions.map((rule) => ({ hash: snapshotOf(rule).hash, rule })),
      ...(clock ? { clock } : {}),
    }
    return { json, text: texts.join('\n\n') }
  }
  const fact = Object.entries(LAW_FACTS).find(([key]) => key === id)?.[1]
  if (fact) {
    const json = { id, fact, readBy: rulesReading(id).map((rule) => rule.id) }
    return { json, text: explainFact(id, fact, locale) }
  }
  throw caseRefusals.unknownRule({ id: id.slice(0, 80), nearest: nearest(id, known()) })
}

const known = () => [
  ...ALL_RULES.map(({ id }) => id),
  ...CLOCK_RULES.map(({ id }) => id),
  ...Object.keys(LAW_FACTS),
]

/** Every rule and every clock, with its article. */
function list(locale: Locale): Outcome {
  const of = (
    all: readonly { id: string; title: Record<Locale, string>; article: Record<Locale, string> }[],
  ) => all.map(({ id, title, article }) => ({ id, title: title[locale], article: article[locale] }))
  const json = { rules: of(ALL_RULES), clocks: of(CLOCK_RULES), facts: Object.keys(LAW_FACTS) }
  const lines = [...json.rules, ...json.clocks]
  const width = Math.max(...lines.map(({ id }) => id.length))
  const text = lines.map(({ id, title, article }) => `${id.padEnd(width)}  ${title} (${article})`).join('\n')
  return { json, text }
}
