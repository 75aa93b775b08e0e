import { type ClockResult, formatDeadline, READING_WORDS } from '../../law/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import { formatInstant, type Locale, placeOfZone, ZONE } from '../../platform/i18n.ts'
import { boardTexts } from './board-texts.ts'
import { dueAtPlace } from './instant-with-place.ts'
import { periodWords, readingTexts } from './reading-texts.ts'
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
  const { held, notes } = readingTexts[locale]
  const zone = clock.dueAt.timeZoneId
  return (
    <div class={reading.disputed ? 'disputed' : undefined}>
      <dt>
        {say(READING_WORDS[reading.name], locale)}
        {reading.held && reading.name !== 'strict' ? held : ''}
      </dt>
      <dd>
        <time datetime={reading.at.toString({ smallestUnit: 'second' })}>
          {formatDeadline(reading.at.toZonedDateTimeISO(zone), locale)}
        </time>
        <span class="second">
          {[
            reading.name === 'strict' ? periodWords(clock.rule, locale) : notes[reading.name],
            inParis(reading, zone, locale),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </dd>
    </div>
  )
}

/** Elsewhere than in Paris, what its clock shows at that instant. */
function inParis({ at }: Reading, zone: string, locale: Locale): string {
  return zone === ZONE ? '' : `${dueAtPlace(at, locale)}, ${placeOfZone(ZONE)}`
}

function Steps({ clock, locale }: { clock: ClockResult; locale: Locale }) {
  // The end of a period at midnight is 24 h of the day before; a beginning at midnight stays 0 h.
  const ends = readingsOf(clock).map(({ at }) => at.epochMilliseconds)
  const said = (at: Temporal.ZonedDateTime) =>
    ends.includes(at.epochMilliseconds)
      ? formatDeadline(at, locale, 'short')
      : formatInstant(at.toInstant(), locale, { zone: at.timeZoneId, form: 'short' })
  return (
    <ol class="steps">
      {clock.steps.map(({ words, at }) => (
        <li>
          <span>{say(words, locale)}</span>
          {at ? (
            <time datetime={at.toInstant().toString({ smallestUnit: 'second' })}>
              {said(at)}
              {at.timeZoneId === ZONE ? '' : `, ${placeOfZone(at.timeZoneId)}`}
            </time>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
