import {
  ALL_RULES,
  answerWords,
  CLOCK_RULES,
  type ClockRule,
  type Condition,
  conditionLines,
  type LawFact,
  questionOf,
  type Rule,
  snapshotOf,
} from '../law/index.ts'
import { Temporal } from '../platform/clock.ts'
import { formatDay } from '../platform/i18n.ts'
import type { Locale } from '../platform/refusal.ts'
import { explainTexts, periodWords } from './explain-law-texts.ts'

/** One version of a rule, in words: everything that decides it. */
export function explainRule(rule: Rule, locale: Locale): string {
  const texts = explainTexts[locale]
  const { review, clock, validFrom, validTo } = rule
  return [
    `${rule.title[locale]} (${rule.article[locale]})`,
    `${rule.id}, ${texts.version} ${rule.version}, ${snapshotOf(rule).hash.slice(0, 12)}`,
    rule.reading[locale],
    '',
    `${texts.status} : ${texts.statuses[rule.status]} ; ${texts.natures[rule.nature]}`,
    `${texts.validity} : ${dayWords(validFrom, locale)} → ${dayWords(validTo, locale)}`,
    `${texts.certainty} : ${texts.certainties[rule.certainty]} ; ${
      review === 'to check' ? texts.toCheck : texts.reviewed(review.on, review.by)
    }`,
    `${texts.owes} : ${rule.owes[locale]} (${texts.per[rule.per]})`,
    `${texts.to} : ${rule.to.words[locale]}`,
    `${texts.channel} : ${rule.channel[locale]}`,
    ...listed(
      texts.contents,
      rule.contents.map((one) => one[locale]),
    ),
    `${texts.trigger} :`,
    ...conditionText(rule.trigger, locale),
    ...rule.exceptions.flatMap(({ article, because, when }) => [
      `${texts.exception} (${article[locale]}) : ${because[locale]}`,
      ...conditionText(when, locale),
    ]),
    `${texts.clock} : ${clock.kind === 'words' ? clock.words[locale] : clockName(clock.rule, locale)}`,
    ...(clock.kind === 'words'
      ? []
      : listed(
          `  ${texts.from}${texts.whichFirst(clock.earliest)}`,
          clock.from.map((key) => `${questionOf(key)[locale]} (${key})`),
        )),
    ...(rule.doneBy ? [`${texts.doneBy} : ${questionOf(rule.doneBy)[locale]} (${rule.doneBy})`] : []),
    ...(rule.disputed ? [`${texts.disputed} : ${rule.disputed[locale]}`] : []),
    ...(rule.wouldChange ? [`${texts.wouldChange} : ${rule.wouldChange}`] : []),
    ...listed(
      texts.warnings,
      (rule.warnings ?? []).map((one) => one[locale]),
    ),
    `${texts.source} : ${rule.source}`,
  ].join('\n')
}

const dayWords = (day: string | undefined | null, locale: Locale) =>
  day ? formatDay(Temporal.PlainDate.from(day), locale) : explainTexts[locale].open

const listed = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : [`${title} :`, ...lines.map((line) => `  – ${line}`)]

function conditionText(condition: Condition, locale: Locale): string[] {
  return conditionLines(condition).map(({ depth, words }) => `${'  '.repeat(depth + 1)}${words[locale]}`)
}

function clockName(id: string, locale: Locale): string {
  const found = CLOCK_RULES.find((one) => one.id === id)
  return found ? `${periodWords(found.period)[locale]} (${id})` : id
}

/** A clock: from what, how long, which rules use it. */
export function explainClock(clock: ClockRule, locale: Locale): string {
  const texts = explainTexts[locale]
  const users = ALL_RULES.filter((rule) => rule.clock.kind === 'computed' && rule.clock.rule === clock.id)
  return [
    `${clock.title[locale]} (${clock.article[locale]})`,
    clock.id,
    '',
    `${texts.clock} : ${periodWords(clock.period)[locale]}`,
    `${texts.from} : ${clock.starts[locale]}`,
    ...(clock.params.length > 0 ? [`${texts.params} : ${clock.params.join(', ')}`] : []),
    ...(clock.disputed ? [`${texts.disputed} : ${clock.disputed[locale]}`] : []),
    ...listed(
      texts.usedBy,
      users.map((rule) => `${rule.id}, ${rule.title[locale]}`),
    ),
  ].join('\n')
}

/** A fact: how it is asked, its codes, and the rules that read it. */
export function explainFact(key: string, fact: LawFact, locale: Locale): string {
  const texts = explainTexts[locale]
  return [
    fact.question[locale],
    `${key}, ${texts.kinds[fact.kind]}, ${texts.scopes[fact.scope]}`,
    ...(fact.help ? [fact.help[locale]] : []),
    ...listed(
      texts.choices,
      Object.keys(fact.choices ?? {}).map((code) => `${code} : ${answerWords(key, code)[locale]}`),
    ),
    ...listed(
      texts.usedBy,
      rulesReading(key).map((rule) => `${rule.id}, ${rule.title[locale]}`),
    ),
  ].join('\n')
}

/** Rules whose conditions, clock or filing read a fact. */
export function rulesReading(key: string): readonly Rule[] {
  return ALL_RULES.filter((rule) => {
    const conditions = [rule.trigger, ...rule.exceptions.map(({ when }) => when)]
    const { clock } = rule
    const byClock =
      clock.kind === 'computed' && [...clock.from, ...Object.values(clock.params ?? {})].includes(key)
    return byClock || rule.doneBy === key || conditions.some((one) => reads(one, key))
  })
}

function reads(condition: Condition, key: string): boolean {
  if ('fact' in condition) return condition.fact === key
  return condition.op === 'not' ? reads(condition.of, key) : condition.of.some((one) => reads(one, key))
}
