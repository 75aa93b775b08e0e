import { Temporal } from '../platform/clock.ts'
import { formatDuration, formatInstant, formatInteger, type Locale } from '../platform/i18n.ts'
import type { ProgressRow } from '../platform/progress.ts'
import { Progress } from './components/progress.tsx'
import { Section } from './components/section.tsx'
import { runningSteps } from './home-figures.ts'
import type { HomeProps } from './home-lead.tsx'
import { homeTexts } from './home-texts.ts'
import { stepTexts } from './step-texts.ts'

/** The steps of the corridor that run now, each with its bar. Nothing when nothing runs: what needs nobody is quiet. */
export function HomeSteps({ figures, locale }: HomeProps) {
  const text = stepTexts[locale]
  const running = runningSteps(figures)
  if (running.length === 0) return null
  return (
    <Section title={homeTexts[locale].running}>
      {running.map((row) => (
        <Progress
          label={text.steps[row.step] ?? row.step}
          done={row.done}
          total={row.total}
          unit={text.units[row.unit] ?? row.unit}
          note={paceOf(row, locale)}
          locale={locale}
        />
      ))}
    </Section>
  )
}

/** Rate since the start and the end it points to; silent for the first seconds, which would point anywhere. */
function paceOf(row: ProgressRow, locale: Locale): string | undefined {
  const seconds = row.updatedAt.since(row.startedAt).total('second')
  if (seconds < 2 || row.done === 0) return undefined
  const text = stepTexts[locale]
  const perSecond = row.done / seconds
  const rate = rateOf(perSecond, text.units[row.unit] ?? row.unit, locale)
  if (row.total === null || row.total <= row.done) return rate
  const left = Temporal.Duration.from({ seconds: Math.ceil((row.total - row.done) / perSecond) })
  const end = formatInstant(row.updatedAt.add(left), locale, { form: 'time' })
  return `${rate} · ${text.remaining(formatDuration(left, locale), end)}`
}

/** Slow steps are told by the hour: « 2 160 par heure » says what « 1 par seconde » hides. */
function rateOf(perSecond: number, unit: string, locale: Locale): string {
  const text = stepTexts[locale]
  if (perSecond >= 10) return text.ratePerSecond(formatInteger(Math.round(perSecond), locale), unit)
  return text.ratePerHour(formatInteger(Math.round(perSecond * 3600), locale), unit)
}
