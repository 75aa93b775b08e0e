import { type ClockResult, type Conclusion, formatDeadline } from '../law/index.ts'
import { Temporal } from '../platform/clock.ts'
import { formatDay, formatInstant } from '../platform/i18n.ts'
import type { Locale } from '../platform/refusal.ts'
import { lawAssessTexts } from './law-assess-texts.ts'

/** The most decisive of the facts that a line lacks. */
const MOST_MISSING = 2
const MOST_TITLES = 12
const LEGAL = ['duty', 'condition_of_cover', 'right']

const those = (all: readonly Conclusion[], natures: readonly string[], result: Conclusion['result']) =>
  all.filter(({ snapshot, result: found }) => found === result && natures.includes(snapshot.rule.nature))

/** What is due, the nearest first; then conditions of cover and rights; then what was done. */
export function dueSections(all: readonly Conclusion[], locale: Locale, now: Temporal.Instant): string[] {
  const texts = lawAssessTexts[locale]
  const open = all.filter(({ done }) => done === null)
  const done = those(all, LEGAL, 'required').filter((one) => one.done !== null)
  const lines = (some: readonly Conclusion[]) =>
    once(
      some.map((one) => dueLines(one, locale, now)),
      locale,
    )
  return [
    ...section(texts.due, lines(those(open, ['duty'], 'required').sort(byUrgency))),
    ...section(texts.cover, lines(those(open, ['condition_of_cover', 'right'], 'required').sort(byUrgency))),
    ...section(texts.alreadyDone, lines(done)),
  ]
}

/** Told in full for so many neighbours; beyond, for how many others the same is due by the same time. */
const MOST_NEIGHBOURS = 3

interface Due {
  readonly head: string
  readonly below: readonly string[]
  /** What is the same towards every neighbour; undefined: owed to no neighbour. */
  readonly same: string | undefined
}

/** A host owes the same to thousands of clients: it is told for the first, and counted for the others. */
function once(all: readonly Due[], locale: Locale): string[] {
  const counts = new Map<string, number>()
  const kept = all.filter(({ same }) => {
    if (same === undefined) return true
    counts.set(same, (counts.get(same) ?? 0) + 1)
    return (counts.get(same) ?? 0) <= MOST_NEIGHBOURS
  })
  const seen = new Map<string, number>()
  return kept.flatMap(({ head, below, same }) => {
    const nth = (seen.get(same ?? '') ?? 0) + 1
    seen.set(same ?? '', nth)
    const others = same === undefined || nth < MOST_NEIGHBOURS ? 0 : (counts.get(same) ?? 0) - MOST_NEIGHBOURS
    return [others > 0 ? `${head} ${lawAssessTexts[locale].others(others)}` : head, ...below]
  })
}

/** What depends on answers, what is not required and what is voluntary: titles only, a line for each reason. */
export function shortSections(all: readonly Conclusion[], locale: Locale): string[] {
  const texts = lawAssessTexts[locale]
  const voluntary = those(all, ['voluntary'], 'required')
  return [
    ...section(texts.depends, byMissing(those(all, LEGAL, 'depends'), locale)),
    ...section(texts.notRequired, byReason(those(all, LEGAL, 'not_required'), locale)),
    ...section(
      texts.voluntary,
      voluntary.length === 0 ? [] : [voluntary.map((one) => titleOf(one, locale)).join(' ; ')],
    ),
  ]
}

function byReason(conclusions: readonly Conclusion[], locale: Locale): string[] {
  const groups = grouped(conclusions, locale, ({ because }) => because[0]?.words[locale] ?? '')
  return groups.map(([why, titles]) => `${titles} : ${why}`)
}

function byMissing(conclusions: readonly Conclusion[], locale: Locale): string[] {
  const groups = grouped(conclusions, locale, ({ missing }) => missing.slice(0, MOST_MISSING).join(', '))
  return groups.map(([missing, titles]) => `${titles} (${missing})`)
}

function grouped(
  all: readonly Conclusion[],
  locale: Locale,
  keyOf: (one: Conclusion) => string,
): [string, string][] {
  const groups = new Map<string, string[]>()
  for (const one of all) {
    const key = keyOf(one)
    const known = groups.get(key)
    if (known) known.push(titleOf(one, locale))
    else groups.set(key, [titleOf(one, locale)])
  }
  return [...groups].map(([key, titles]) => [key, someOf([...new Set(titles)], locale)])
}

/** Titles of a line; of many, the first, and how many more. */
function someOf(titles: readonly string[], locale: Locale): string {
  const others = titles.length - MOST_TITLES
  if (others < 2) return titles.join(' ; ')
  return `${titles.slice(0, MOST_TITLES).join(' ; ')} ${lawAssessTexts[locale].others(others)}`
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`  ${title}`, ...lines.map((line) => `    ${line}`)]

const titleOf = ({ snapshot, recipient }: Conclusion, locale: Locale) =>
  recipient.organisation
    ? `${snapshot.rule.title[locale]} → ${recipient.words[locale]}`
    : snapshot.rule.title[locale]

/** Dates first, the nearest before; then what the text says in words; what waits for a fact, and targets of practice, last. */
function byUrgency(a: Conclusion, b: Conclusion): number {
  return urgency(a) - urgency(b)
}

function urgency({ clock }: Conclusion): number {
  if (clock.kind === 'computed') return clock.clock.dueAt.epochMilliseconds
  return Number.MAX_SAFE_INTEGER - (clock.kind === 'words' ? 1 : 0)
}

function dueLines(one: Conclusion, locale: Locale, now: Temporal.Instant): Due {
  const texts = lawAssessTexts[locale]
  const { title, article } = one.snapshot.rule
  const unless = one.unless.map(({ words }) => `    ${texts.unless} : ${bareReason(words[locale])}`)
  const below = [`    ${whenOf(one, locale, now)}`, ...(one.done ? [] : unless)]
  return {
    head: `${title[locale]} → ${one.recipient.words[locale]} (${article[locale]})`,
    below,
    same: one.recipient.organisation && [one.snapshot.rule.title[locale], ...below].join(' '),
  }
}

/** A reason without its « parce que » / “because”. */
const bareReason = (said: string) => said.replace(/^(parce qu(e |[’'])|because )/, '')

function whenOf({ clock, done }: Conclusion, locale: Locale, now: Temporal.Instant): string {
  const texts = lawAssessTexts[locale]
  if (done && clock.kind === 'computed' && isAfter(done.at, clock.clock))
    return texts.doneLate(written(done.at, locale), formatDeadline(clock.clock.dueAt, locale))
  if (done) return texts.done(written(done.at, locale))
  if (clock.kind !== 'computed') return clock.words[locale]
  const { dueAt, soft } = clock.clock
  const when = formatDeadline(dueAt, locale)
  if (soft) return texts.soft(when)
  return Temporal.Instant.compare(dueAt.toInstant(), now) < 0 ? texts.late(when) : texts.before(when)
}

/** A target of practice is not missed. A day is late once it began after the deadline. */
function isAfter(at: string, { dueAt, soft }: ClockResult): boolean {
  if (soft) return false
  const done = at.length === 10 ? Temporal.PlainDate.from(at).toZonedDateTime(dueAt.timeZoneId) : undefined
  return Temporal.Instant.compare(done?.toInstant() ?? Temporal.Instant.from(at), dueAt.toInstant()) > 0
}

function written(at: string, locale: Locale): string {
  return at.length === 10
    ? formatDay(Temporal.PlainDate.from(at), locale)
    : formatInstant(Temporal.Instant.from(at), locale)
}
