import type { ClockResult } from '../../law/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import { formatInstant, type Locale, ZONE } from '../../platform/i18n.ts'
import { boardTexts } from './board-texts.ts'
import { deadline, placeOf } from './instant-with-place.ts'
import { readingTexts } from './reading-texts.ts'
import { type Reading, readingsOf } from './readings.ts'
import { say } from './spaced.ts'

interface ReadingsProps {
  readonly clock: ClockResult
  readonly locale: Locale
  /** The steps shown at once; otherwise they open. */
  readonly stepsOpen?: boolean
}

/** The readings of one deadline side by side, the one we hold first, then the computation step by step. */
export function ThreeReadings({ clock, locale, stepsOpen = false }: ReadingsProps) {
  const text = boardTexts[locale]
  return (
    <>
      <dl class="readings">
        {readingsOf(clock).map((reading) => (
          <OneReading reading={reading} clock={clock} locale={locale} />
        ))}
      </dl>
      {clock.disputed ? (
        <p class="help">
          {text.disputed}
          {say(clock.disputed, locale)}
        </p>
      ) : null}
      <details open={stepsOpen}>
        <summary>{text.steps}</summary>
        <Steps clock={clock} locale={locale} />
      </details>
    </>
  )
}

function OneReading({ reading, clock, locale }: { reading: Reading; clock: ClockResult; locale: Locale }) {
  const { labels, notes } = readingTexts[locale]
  const zone = clock.dueAt.timeZoneId
  return (
    <div class={reading.disputed ? 'disputed' : undefined}>
      <dt>{reading.held ? `${labels[reading.name]}${readingTexts[locale].held}` : labels[reading.name]}</dt>
      <dd>
        <time datetime={reading.at.toString({ smallestUnit: 'second' })}>
          {deadline(reading.at, locale, zone, 'long')}
        </time>
        <span class="second">
          {[notes[reading.name], bothClocks(reading, zone, locale)].filter(Boolean).join(' · ')}
        </span>
      </dd>
    </div>
  )
}

function bothClocks({ at }: Reading, zone: string, locale: Locale): string {
  if (zone === ZONE) return placeOf(zone, locale)
  return `${placeOf(zone, locale)} · ${deadline(at, locale, ZONE)}, ${placeOf(ZONE, locale)}`
}

function Steps({ clock, locale }: { clock: ClockResult; locale: Locale }) {
  // The end of a period at midnight is 24 h of the day before; a beginning at midnight stays 0 h.
  const ends = readingsOf(clock).map(({ at }) => at.epochMilliseconds)
  const said = (at: Temporal.ZonedDateTime) =>
    ends.includes(at.epochMilliseconds)
      ? deadline(at.toInstant(), locale, at.timeZoneId)
      : formatInstant(at.toInstant(), locale, { zone: at.timeZoneId, form: 'short' })
  return (
    <ol class="steps">
      {clock.steps.map(({ words, at }) => (
        <li>
          <span>{say(words, locale)}</span>
          {at ? (
            <time datetime={at.toInstant().toString({ smallestUnit: 'second' })}>
              {said(at)}
              {at.timeZoneId === ZONE ? '' : `, ${placeOf(at.timeZoneId, locale)}`}
            </time>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
