import type { Context } from 'hono'
import {
  Actions,
  Button,
  type DeskEnv,
  KeyFigures,
  Lead,
  Progress,
  renderPage,
  Section,
} from '../../desk/index.ts'
import { Temporal } from '../../platform/clock.ts'
import {
  formatDecimal,
  formatDuration,
  formatInstant,
  formatInteger,
  formatShare,
  type Locale,
} from '../../platform/i18n.ts'
import type { Intake, IntakeProgress } from './model.ts'
import { pathOf } from './page-confirm.tsx'
import { crumbsOf } from './page-upload.tsx'
import { type IntakeTexts, intakeTexts } from './texts.ts'

/** Below these a time left would point anywhere. */
const LEAST_PERCENT = 3
const LEAST_SECONDS = 2

/** What the worker does now, in words and figures; `percent` is of the whole import. */
export function renderRunning(c: Context<DeskEnv>, intake: Intake, percent: number): Promise<Response> {
  const locale = c.get('locale')
  const text = intakeTexts[locale]
  const { running } = text
  return renderPage(c, {
    title: text.title,
    current: 'lists',
    crumbs: crumbsOf(c, text),
    lead: <Lead sentences={sentencesOf(intake, percent, running, locale)} note={running.note} />,
    islands: ['live'],
    children: (
      <Section title={running.section}>
        <div data-live="progress" data-live-whole="">
          <Progress label={stepName(intake.progress, running)} done={percent} total={100} locale={locale} />
          <KeyFigures items={figuresOf(c, intake, percent, text)} />
        </div>
        <form method="post" action={pathOf(c, intake, 'stops')}>
          <Actions note={running.stopNote}>
            <Button>{running.stop}</Button>
          </Actions>
        </form>
        <noscript>
          <p class="help">{running.reload}</p>
        </noscript>
      </Section>
    ),
  })
}

function sentencesOf(intake: Intake, percent: number, running: IntakeTexts['running'], locale: Locale) {
  if (intake.stopAsked) return running.stopping
  if (intake.state === 'waiting') return running.waiting
  return running.lead(formatShare(percent, 100, locale, 0))
}

function stepName(progress: IntakeProgress | null, { steps, whole }: IntakeTexts['running']): string {
  return progress ? (steps[progress.step] ?? progress.step) : whole
}

function figuresOf(c: Context<DeskEnv>, intake: Intake, percent: number, { running }: IntakeTexts) {
  const locale = c.get('locale')
  const now = c.get('platform').clock.now()
  const begun = intake.begunAt ?? now
  const since = now.since(begun)
  return [
    { label: running.rate, ...rateOf(intake.progress, now, running, locale) },
    { label: running.left, ...endOf(since, percent, now, running, locale) },
    {
      label: running.since,
      value: formatDuration(since, locale),
      note: running.begun(formatInstant(begun, locale, { form: 'time' })),
    },
  ]
}

/** Rows a second while a list is read, megabytes a second while a file is copied; the search itself counts neither. */
function rateOf(
  progress: IntakeProgress | null,
  now: Temporal.Instant,
  running: IntakeTexts['running'],
  locale: Locale,
) {
  const seconds = progress ? now.since(Temporal.Instant.from(progress.beganAt)).total('second') : 0
  if (!progress || seconds < 0.5) return { value: '—', note: running.rateLater }
  if (progress.rows !== null && progress.unit === 'bytes')
    return {
      value: formatInteger(Math.round(progress.rows / seconds), locale),
      unit: running.rows,
      note: running.read(formatInteger(progress.rows, locale)),
    }
  if (progress.unit === 'bytes' && progress.done > 0)
    return { value: formatDecimal(progress.done / seconds / 1e6, locale, 1), unit: running.bytes }
  return { value: '—', note: running.rateLater }
}

function endOf(
  since: Temporal.Duration,
  percent: number,
  now: Temporal.Instant,
  running: IntakeTexts['running'],
  locale: Locale,
) {
  const seconds = since.total('second')
  if (percent < LEAST_PERCENT || seconds < LEAST_SECONDS) return { value: '—', note: running.leftUnknown }
  const left = Temporal.Duration.from({ seconds: Math.ceil((seconds * (100 - percent)) / percent) })
  return {
    value: running.leftIn(formatDuration(left, locale)),
    note: running.leftAt(formatInstant(now.add(left), locale, { form: 'time' })),
  }
}
