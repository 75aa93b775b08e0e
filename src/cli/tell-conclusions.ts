import { type Conclusion, formatDeadline } from '../law/index.ts'
import { Temporal } from '../platform/clock.ts'
import { formatDay, formatInstant } from '../platform/i18n.ts'
import type { Locale } from '../platform/refusal.ts'
import { lawAssessTexts } from './law-assess-texts.ts'

/** The most decisive of the facts that a line lacks. */
const MOST_MISSING = 2
const LEGAL = ['duty', 'condition_of_cover', 'right']

const those = (all: readonly Conclusion[], natures: readonly string[], result: Conclusion['result']) =>
  all.filter(({ snapshot, result: found }) => found === result && natures.includes(snapshot.rule.nature))

/** What is due, the nearest first; then conditions of cover and rights; then what was done. */
export function dueSections(all: readonly Conclusion[], locale: Locale, now: Temporal.Instant): string[] {
  const texts = lawAssessTexts[locale]
  const open = all.filter(({ done }) => done === null)
  const done = those(all, LEGAL, 'required').filter((one) => one.done !== null)
  const lines = (one: Conclusion) => dueLines(one, locale, now)
  return [
    ...section(texts.due, those(open, ['duty'], 'required').sort(byUrgency).flatMap(lines)),
    ...section(
      texts.cover,
      those(open, ['condition_of_cover', 'right'], 'required').sort(byUrgency).flatMap(lines),
    ),
    ...section(texts.alreadyDone, done.flatMap(lines)),
  ]
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
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), titleOf(one, locale)])
  return [...groups].map(([key, titles]) => [key, titles.join(' ; ')])
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

function dueLines(one: Conclusion, locale: Locale, now: Temporal.Instant): string[] {
  const texts = lawAssessTexts[locale]
  const { title, article } = one.snapshot.rule
  const unless = one.unless.map(({ words }) => `    ${texts.unless} : ${bareReason(words[locale])}`)
  return [
    `${title[locale]} → ${one.recipient.words[locale]} (${article[locale]})`,
    `    ${whenOf(one, locale, now)}`,
    ...(one.done ? [] : unless),
  ]
}

/** A reason without its « parce que » / “because”. */
const bareReason = (said: string) => said.replace(/^(parce qu(e |[’'])|because )/, '')

function whenOf({ clock, done }: Conclusion, locale: Locale, now: Temporal.Instant): string {
  const texts = lawAssessTexts[locale]
  if (done) return texts.done(written(done.at, locale))
  if (clock.kind !== 'computed') return clock.words[locale]
  const { dueAt, soft } = clock.clock
  const when = formatDeadline(dueAt, locale)
  if (soft) return texts.soft(when)
  return Temporal.Instant.compare(dueAt.toInstant(), now) < 0 ? texts.late(when) : texts.before(when)
}

function written(at: string, locale: Locale): string {
  return at.length === 10
    ? formatDay(Temporal.PlainDate.from(at), locale)
    : formatInstant(Temporal.Instant.from(at), locale)
}
