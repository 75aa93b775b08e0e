import type { IconName } from '../../desk/index.ts'
import { Temporal } from '../../platform/clock.ts'
import { formatDuration, formatShare, type Locale } from '../../platform/i18n.ts'
import type { BoardLine } from '../model.ts'
import type { UnderWay } from './board-view.ts'
import { deadlineTexts } from './deadline-texts.ts'
import { dueWithPlace, instantWithPlace } from './instant-with-place.ts'
import { capital, say } from './spaced.ts'

/** A clock in words: icon and word, always both, then the exact instant with its place. */
interface DeadlineShown {
  readonly kind: IconName
  /** Ink instead of colour: what needs nobody. */
  readonly plain: boolean
  readonly words: string
  readonly second: string
}

/** What the first column says of a line at `now`. */
export function deadlineShown(
  line: BoardLine,
  now: Temporal.Instant,
  locale: Locale,
  underWay: UnderWay = {},
): DeadlineShown {
  const work = underWay[line.conclusion.snapshot.rule.id]
  if (work && line.group === 'later' && work.done > 0) return runningShown(line, work, locale)
  switch (line.group) {
    case 'overdue':
      return lateShown(line, now, locale)
    case 'soon':
      return {
        kind: 'soon',
        plain: false,
        words: untilDue(line, now, locale),
        second: dueWords(line, locale),
      }
    case 'depends':
      return dependsShown(line, now, locale)
    case 'later':
      return laterShown(line, now, locale)
    case 'done':
      return doneShown(line, locale)
    case 'voluntary':
      return voluntaryShown(line, now, locale)
    case 'not_required':
      return { kind: 'not_required', plain: true, words: notRequiredWords(line, locale), second: '' }
  }
}

/** Zone of the place where the act is due; Paris when nothing is computed. */
const zoneOf = ({ clock }: Pick<BoardLine, 'clock'>) => clock?.dueAt.timeZoneId

export function dueWords(line: BoardLine, locale: Locale): string {
  if (!line.dueAt) return ''
  const soft = line.clock?.soft ? ` · ${deadlineTexts[locale].soft}` : ''
  return `${dueWithPlace(line.dueAt, locale, zoneOf(line))}${soft}`
}

/** Duty or not, a text that is not law in France yet is said so: « non requis » alone would hide that it is coming. */
export function isComing({ conclusion }: BoardLine): boolean {
  return ['proposed', 'not_transposed'].includes(conclusion.snapshot.rule.status)
}

function lateShown(line: BoardLine, now: Temporal.Instant, locale: Locale): DeadlineShown {
  const text = deadlineTexts[locale]
  const since = line.dueAt ? formatDuration(line.dueAt.until(now), locale) : ''
  return {
    kind: 'late',
    plain: line.delayReason !== null,
    words: line.delayReason ? text.lateWithReason(since) : text.late(since),
    second: [dueWords(line, locale), ifNowWords(line, locale)].filter(Boolean).join(' · '),
  }
}

const ifNowWords = (line: BoardLine, locale: Locale) =>
  line.ifNow ? deadlineTexts[locale].ifYesNow(dueWithPlace(line.ifNow, locale, zoneOf(line))) : ''

function untilDue(line: BoardLine, now: Temporal.Instant, locale: Locale): string {
  const text = deadlineTexts[locale]
  return line.dueAt ? text.within(formatDuration(now.until(line.dueAt), locale)) : text.now
}

function dependsShown(line: BoardLine, now: Temporal.Instant, locale: Locale): DeadlineShown {
  const text = deadlineTexts[locale]
  const { result, clock } = line.conclusion
  const asked = result === 'depends'
  const past = line.dueAt !== null && Temporal.Instant.compare(line.dueAt, now) < 0
  const ifYes = line.supposed ? text.ifYesNow : past ? text.ifYesLate : text.ifYes
  const second = asked && line.dueAt ? ifYes(dueWords(line, locale)) : clockWords(clock, locale)
  return { kind: 'depends', plain: false, words: asked ? text.dependsOnAnswer : text.dependsOnAct, second }
}

function laterShown(line: BoardLine, now: Temporal.Instant, locale: Locale): DeadlineShown {
  const shown = { kind: 'todo', plain: false } as const
  if (line.dueAt) return { ...shown, words: untilDue(line, now, locale), second: dueWords(line, locale) }
  const [words = '', ...rest] = clockWords(line.conclusion.clock, locale).split(/\s*;\s*/)
  return { ...shown, words: capital(words) || deadlineTexts[locale].now, second: rest.join(', ') }
}

/** Work that has begun says how far it is; what the text asks stands under it. */
function runningShown(line: BoardLine, { done, total }: UnderWay[string], locale: Locale): DeadlineShown {
  const words = deadlineTexts[locale].running(formatShare(done, total, locale, 1))
  const second = dueWords(line, locale) || clockWords(line.conclusion.clock, locale)
  return { kind: 'running', plain: false, words, second }
}

function voluntaryShown(line: BoardLine, now: Temporal.Instant, locale: Locale): DeadlineShown {
  const text = deadlineTexts[locale]
  const second = line.dueAt ? `${untilDue(line, now, locale)}, ${dueWords(line, locale)}` : ''
  return { kind: 'todo', plain: true, words: text.voluntary, second }
}

function doneShown(line: BoardLine, locale: Locale): DeadlineShown {
  const text = deadlineTexts[locale]
  const at = doneAt(line)
  const second = at ? instantWithPlace(at, locale, zoneOf(line)) : ''
  if (!at || !line.dueAt) return { kind: 'done', plain: false, words: text.done, second }
  const ahead = at.until(line.dueAt)
  const words = ahead.sign >= 0 ? text.doneBefore : text.doneAfter
  return { kind: 'done', plain: false, words: words(formatDuration(ahead, locale)), second }
}

/** When it was filed, or when the fact says that it was done; a day alone counts from its first hour in Paris. */
export function doneAt({ filings, conclusion }: BoardLine): Temporal.Instant | null {
  const filed = filings.filter(({ state }) => state === 'filed').map(({ at }) => at)
  if (filed.length > 0) return filed.sort(Temporal.Instant.compare)[0] ?? null
  if (!conclusion.done) return null
  const { at } = conclusion.done
  return at.includes('T')
    ? Temporal.Instant.from(at)
    : Temporal.PlainDate.from(at).toZonedDateTime('Europe/Paris').toInstant()
}

function notRequiredWords(line: BoardLine, locale: Locale): string {
  const text = deadlineTexts[locale]
  const { status } = line.conclusion.snapshot.rule
  if (status === 'proposed') return text.notYetLaw
  return status === 'not_transposed' ? text.notTransposed : text.notRequired
}

function clockWords(clock: BoardLine['conclusion']['clock'], locale: Locale): string {
  return clock.kind === 'computed' ? '' : say(clock.words, locale)
}
