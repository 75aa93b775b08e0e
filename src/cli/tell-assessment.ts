import {
  type Assessment,
  answerWords,
  type CaseFile,
  type Conclusion,
  formatDeadline,
  LEVEL_WORDS,
  type Question,
  questionOf,
  ROLE_WORDS,
} from '../law/index.ts'
import { Temporal } from '../platform/clock.ts'
import { formatDay, formatInstant } from '../platform/i18n.ts'
import type { Locale } from '../platform/refusal.ts'
import { punctuated } from '../platform/typography.ts'
import { lawAssessTexts } from './law-assess-texts.ts'

/** Organisations told in full; beyond, `--json` or `--organisation`. */
const MOST_ORGANISATIONS = 20
const MOST_QUESTIONS = 8

interface Reader {
  readonly locale: Locale
  readonly now: Temporal.Instant
}

/** An assessment for a person, organisation by organisation: what is due, what depends, what is not required and why, what to ask. */
export function tellAssessment(
  { organisations }: CaseFile,
  { conclusions, questions, risks }: Assessment,
  locale: Locale,
  now: Temporal.Instant,
): string {
  const texts = lawAssessTexts[locale]
  const reader = { locale, now }
  const told = risks.slice(0, MOST_ORGANISATIONS).flatMap(({ organisation: key, proposal }) => {
    const { name, roles } = organisations.find((one) => one.key === key)!
    const level = proposal.level === null ? undefined : LEVEL_WORDS[proposal.level][locale]
    return [
      `${name} (${roles.map((role) => ROLE_WORDS[role][locale]).join(', ')})`,
      `  ${level === undefined ? texts.riskUnknown : texts.risk(level)}`,
      ...groupsOf(
        conclusions.filter(({ organisation }) => organisation === key),
        reader,
      ),
      '',
    ]
  })
  const others = risks.length - MOST_ORGANISATIONS
  const text = [
    ...told,
    ...(others > 0 ? [texts.more(others), ''] : []),
    ...asked(questions, organisations.length > 1, locale),
  ].join('\n')
  return punctuated(text, locale).trimEnd()
}

function groupsOf(all: readonly Conclusion[], reader: Reader): string[] {
  const texts = lawAssessTexts[reader.locale]
  const of = (natures: readonly string[], result: Conclusion['result']) =>
    all.filter(({ snapshot, result: found }) => found === result && natures.includes(snapshot.rule.nature))
  const legal = ['duty', 'condition_of_cover', 'right']
  const byDate = (a: Conclusion, b: Conclusion) => dueMs(a) - dueMs(b)
  return [
    ...section(texts.due, of(['duty'], 'required').sort(byDate), (one) => dueLines(one, reader)),
    ...section(texts.cover, of(['condition_of_cover', 'right'], 'required').sort(byDate), (one) =>
      dueLines(one, reader),
    ),
    ...section(texts.depends, of(legal, 'depends'), (one) => [
      headOf(one, reader.locale),
      `    ${texts.missing(one.missing.join(', '))}`,
    ]),
    ...section(texts.notRequired, of(legal, 'not_required'), (one) => [
      `${headOf(one, reader.locale)} : ${one.because.map(({ words }) => words[reader.locale]).join(' ; ')}`,
    ]),
    ...section(texts.voluntary, of(['voluntary'], 'required'), (one) => [headOf(one, reader.locale)]),
  ]
}

function section(
  title: string,
  conclusions: readonly Conclusion[],
  lines: (one: Conclusion) => readonly string[],
): string[] {
  if (conclusions.length === 0) return []
  return [`  ${title}`, ...conclusions.flatMap(lines).map((line) => `    ${line}`)]
}

const dueMs = ({ clock }: Conclusion) =>
  clock.kind === 'computed' ? clock.clock.dueAt.epochMilliseconds : Number.MAX_SAFE_INTEGER

function headOf({ snapshot, recipient }: Conclusion, locale: Locale): string {
  const { title, article } = snapshot.rule
  return `${title[locale]} → ${recipient.words[locale]} (${article[locale]})`
}

function dueLines(one: Conclusion, { locale, now }: Reader): string[] {
  const texts = lawAssessTexts[locale]
  const unless = one.unless.map(({ words }) => `    ${texts.unless} : ${bareReason(words[locale])}`)
  return [headOf(one, locale), `    ${whenOf(one, locale, now)}`, ...unless]
}

/** A reason without its « parce que » / “because”. */
const bareReason = (said: string) => said.replace(/^(parce qu[e’] ?|because )/, '')

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

function asked(questions: readonly Question[], isChain: boolean, locale: Locale): string[] {
  const texts = lawAssessTexts[locale]
  if (questions.length === 0) return []
  const rest = questions.length - MOST_QUESTIONS
  return [
    texts.next,
    ...questions.slice(0, MOST_QUESTIONS).map(({ fact, organisation, decides, outcomes }) => {
      const answers =
        outcomes.length > 4 || outcomes.length === 0
          ? []
          : outcomes.map(({ answer }) => answerWords(fact, answer)[locale])
      const choice = answers.length > 1 ? ` (${answers.join(' / ')})` : ''
      const whose = isChain ? `${organisation}, ` : ''
      return `  ${questionOf(fact)[locale]}${choice} [${whose}${fact}, ${texts.decides(decides.length)}]`
    }),
    ...(rest > 0 ? [`  ${texts.more(rest)}`] : []),
  ]
}
