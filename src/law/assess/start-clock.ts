import { Refusal } from '../../platform/refusal.ts'
import { triOf } from '../conditions.ts'
import { lawFact } from '../facts/fact-catalogue.ts'
import {
  type ClockResult,
  type ConclusionClock,
  type Facts,
  type FactValue,
  type Rule,
  words,
} from '../model.ts'
import { earliestOf } from './instants.ts'

/** What `computeClock` of the clocks takes. */
export interface ClockCall {
  readonly rule: string
  readonly from: string
  readonly zone: string
  readonly params?: Readonly<Record<string, FactValue>>
}
export type ComputeClock = (call: ClockCall) => ClockResult

/**
 * The clock of a rule from the facts: computed, or awaiting its starting fact, or the words of the text. Facts that no clock can count
 * from (classified before aware, a number of days out of range) make this one clock wait for them to be mended, and no other.
 * @param compute null: nothing is computed, and a clock that could be is left out
 */
export function startClock(
  rule: Rule,
  facts: Facts,
  zone: string,
  compute: ComputeClock | null,
): ConclusionClock | undefined {
  const { clock } = rule
  if (clock.kind === 'words') return clock
  const from = startOf(clock, facts)
  if (from === undefined) return awaiting(clock.from)
  if (compute === null) return undefined
  try {
    const params = paramsOf(clock, facts)
    return { kind: 'computed', clock: compute({ rule: clock.rule, from, zone, params }) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const read = [...clock.from, ...Object.values(clock.params ?? {})]
    return { kind: 'awaits', facts: read, words: words(error.text('fr'), error.text('en')) }
  }
}

type Computed = Extract<Rule['clock'], { readonly kind: 'computed' }>

function startOf({ from, earliest }: Computed, facts: Facts): string | undefined {
  const known = from.map((key) => facts[key]).filter((at): at is string => typeof at === 'string')
  return earliest && known.length > 1 ? earliestOf(known) : known[0]
}

/** Parameters that nobody knows are left out: the clock says what it supposes. */
function paramsOf({ params, fixed, flags }: Computed, facts: Facts): Readonly<Record<string, FactValue>> {
  const given: Record<string, FactValue> = { ...fixed }
  for (const [name, fact] of Object.entries(params ?? {})) {
    const value = facts[fact] ?? null
    if (value !== null) given[name] = value
  }
  for (const [name, when] of Object.entries(flags ?? {})) given[name] = triOf(when, facts) === 'yes'
  return given
}

function awaiting(facts: readonly string[]): ConclusionClock {
  const asked = lawFact(facts[0] ?? '')?.question
  return {
    kind: 'awaits',
    facts,
    words: asked
      ? words(
          `Le délai court d’un fait attendu : ${asked.fr}`,
          `It runs from a fact still awaited: ${asked.en}`,
        )
      : words('Le délai court d’un fait attendu', 'It runs from a fact still awaited'),
  }
}

/** A call as the key of what is remembered. */
export function callKey({ rule, from, zone, params }: ClockCall): string {
  return `${rule}\u0001${from}\u0001${zone}\u0001${JSON.stringify(params)}`
}
