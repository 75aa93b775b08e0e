import type { Child } from 'hono/jsx'
import type { Swatch } from './account.tsx'

export interface Segment {
  readonly value: number
  readonly fill: Swatch
}

interface CorridorProps {
  /** Rows of the exposed list; the first segment is the matched part, which opens into `people`. */
  readonly exposed: readonly Segment[]
  readonly people: readonly Segment[]
  /** The figures in words: what a screen reader says instead of the drawing. */
  readonly sentence: string
  /** Captions at the left, the middle and the right, above and under the drawing. */
  readonly above: readonly Child[]
  readonly below: readonly Child[]
}

/** Strip of exposed rows, a wedge that opens its matched part, strip of people. */
export function CorridorStrip({ exposed, people, sentence, above, below }: CorridorProps) {
  return (
    <figure class="corridor">
      <figcaption class="strip-words">{above.map(caption)}</figcaption>
      <div role="img" aria-label={sentence}>
        <Strip segments={exposed} height={22} />
        <Wedge matched={percent(exposed[0]?.value ?? 0, exposed)} />
        <Strip segments={people} height={30} />
      </div>
      <p class="strip-words">{below.map(caption)}</p>
    </figure>
  )
}

/** One strip alone: where the people of a campaign stand. */
export function OutcomeStrip({ people, sentence }: { people: readonly Segment[]; sentence: string }) {
  return (
    <div role="img" aria-label={sentence} class="corridor">
      <Strip segments={people} height={22} />
    </div>
  )
}

function caption(words: Child) {
  return <span>{words}</span>
}

/**
 * Each segment is a drawing of its own whose width is an attribute (the policy forbids inline styles); the stylesheet
 * gives it its least width: 37 rows in a million are people too, and must be seen at 320 px as at 1200.
 */
function Strip({ segments, height }: { segments: readonly Segment[]; height: number }) {
  return (
    <div class="strip">
      {segments
        .filter(({ value }) => value > 0)
        .map(({ value, fill }) => (
          <svg width={`${percent(value, segments)}%`} height={height} aria-hidden="true" focusable="false">
            {fill === 'hatch' ? <Hatch /> : null}
            <rect class={`fill-${fill}`} width="100%" height="100%" />
          </svg>
        ))}
    </div>
  )
}

function Wedge({ matched }: { matched: number }) {
  return (
    <svg
      class="wedge"
      width="100%"
      height="28"
      viewBox="0 0 100 28"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={`M0 0H${matched}L100 28H0z`} />
    </svg>
  )
}

/** 45°, in ink: under way. A pattern and not a background, which printers drop. */
function Hatch() {
  return (
    <defs>
      <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="hatch-ground" width="5" height="5" />
        <path class="hatch-line" d="M1 0V5" />
      </pattern>
    </defs>
  )
}

/** Share in per cent, 4 decimals; 0 of nothing is 0. */
function percent(value: number, segments: readonly Segment[]): number {
  const whole = segments.reduce((sum, segment) => sum + segment.value, 0)
  return whole === 0 ? 0 : Math.round((value / whole) * 1e6) / 1e4
}
