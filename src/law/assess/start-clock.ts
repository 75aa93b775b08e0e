import { Temporal } from 'temporal-polyfill'
import { Refusal } from '../../platform/refusal.ts'
import { step } from '../clocks/step-words.ts'
import { triOf } from '../conditions.ts'
import { lawFact } from '../facts/fact-catalogue.ts'
import {
  type ClockResult,
  type ConclusionClock,
  type Facts,
  type FactValue,
  type Rule,
  type Step,
  words,
} from '../model.ts'
import { earliestOf } from './instants.ts'

/** What `computeClock` of the clocks takes. */
interface ClockCall {
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
  const started = startingFact(clock, facts)
  if (started === undefined) return awaiting(clock.from)
  if (compute === null) return undefined
  try {
    const from = facts[started] as string
    const computed = compute({ rule: clock.rule, from, zone, params: paramsOf(clock, facts) })
    const left = clock.earliest ? leftAside(clock, started, facts, zone) : []
    const steps = [...computed.steps, ...left]
    return { kind: 'computed', clock: left.length === 0 ? computed : { ...computed, steps } }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const read = [...clock.from, ...Object.values(clock.params ?? {})]
    return { kind: 'awaits', facts: read, words: words(error.text('fr'), error.text('en')) }
  }
}

type Computed = Extract<Rule['clock'], { readonly kind: 'computed' }>

/** The fact that starts a clock: the first known, or the earliest where the rule says so; undefined while none is known. */
export function startingFact({ from, earliest }: Computed, facts: Facts): string | undefined {
  const known = from.filter((key) => typeof facts[key] === 'string')
  const stands = !earliest || (earliest === 'of_others' && known[0] === from[0])
  if (stands || known.length < 2) return known[0]
  const first = earliestOf(known.map((key) => facts[key] as string))
  return known.find((key) => facts[key] === first)
}

/** The other roads by which one came to know, later: shown beside, so that nobody plans on them. */
function leftAside({ from, params }: Computed, started: string, facts: Facts, zone: string): readonly Step[] {
  return from.flatMap((key) => {
    const at = facts[key]
    const label = Object.values(params ?? {}).includes(key) ? undefined : lawFact(key)?.question
    if (key === started || typeof at !== 'string' || at === facts[started] || at.length === 10 || !label)
      return []
    return [
      step(
        `Connaissance plus tardive, laissée de côté (« ${label.fr} »)`,
        `Later knowledge, left aside (“${label.en}”)`,
        Temporal.Instant.from(at).toZonedDateTimeISO(zone),
      ),
    ]
  })
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
          `le délai part de la réponse à « ${asked.fr} »`,
          `the period runs from the answer to “${asked.en}”`,
        )
      : words('le délai part d’un fait attendu', 'the period runs from a fact still awaited'),
  }
}

/** A call as the key of what is remembered. */
export function callKey({ rule, from, zone, params }: ClockCall): string {
  return `${rule}\u0001${from}\u0001${zone}\u0001${JSON.stringify(params)}`
}
