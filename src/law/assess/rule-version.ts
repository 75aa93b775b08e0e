import { Temporal } from 'temporal-polyfill'
import { formatDay } from '../../platform/i18n.ts'
import { type Facts, type Rule, type Words, words } from '../model.ts'
import { startingFact } from './start-clock.ts'

/** A version chosen among those of one rule, and why it does not apply on that day; null: it does. */
export interface Chosen {
  readonly rule: Rule
  readonly notLaw: Words | null
}

/** Facts by which an organisation comes to know, where the clock of a rule names none. */
const KNOWS = ['aware_at', 'told_by_supplier_at', 'attack_known_at', 'detected_at'] as const

/** The fact that gives the day whose law applies: the one that starts the clock, or the first by which the organisation knows. */
export function dayGiver({ clock }: Rule, facts: Facts): string | undefined {
  if (clock.kind === 'computed') return startingFact(clock, facts)
  return KNOWS.find((key) => typeof facts[key] === 'string')
}

/**
 * Of the versions of one rule, that which is law on the day that its own starting fact gives: the highest version
 * whose interval holds the day. Where none is law, the one that people will ask about: a text to come or not transposed, else
 * the nearest in time.
 * @param dayOf day `YYYY-MM-DD` of the starting fact of a version, or of the case; null: no date is known, intervals are not looked at
 */
export function chooseVersion(versions: readonly Rule[], dayOf: (rule: Rule) => string | null): Chosen {
  if (versions.length === 1) return { rule: versions[0]!, notLaw: notLaw(versions[0]!, dayOf(versions[0]!)) }
  const told = [...versions]
    .sort((a, b) => b.version - a.version)
    .map((rule) => ({ rule, notLaw: notLaw(rule, dayOf(rule)), gap: gap(rule, dayOf(rule)) }))
  const best =
    told.find(({ notLaw: why }) => why === null) ??
    told.find(({ rule, gap: days }) => isToCome(rule) && days === 0) ??
    [...told].sort((a, b) => a.gap - b.gap)[0]!
  return { rule: best.rule, notLaw: best.notLaw }
}

const isToCome = ({ status }: Rule) => status === 'proposed' || status === 'not_transposed'

const PROPOSED = words('ce n’est pas encore la loi', 'it is not law yet')
const NOT_TRANSPOSED = words(
  'la directive n’est pas transposée en droit français',
  'the directive is not transposed into French law',
)

function notLaw(rule: Rule, day: string | null): Words | null {
  if (rule.status === 'proposed') return PROPOSED
  if (rule.status === 'not_transposed') return NOT_TRANSPOSED
  if (day === null) return null
  if (rule.validFrom !== null && day < rule.validFrom) return onDay(day, 'before')
  return rule.validTo !== null && day > rule.validTo ? onDay(day, 'after') : null
}

const ofDays = new Map<string, Words>()
const MOST_KEPT = 2000

/** The same words object for the same day, so that what is said with it can be remembered by it. */
function onDay(day: string, side: 'before' | 'after'): Words {
  const key = `${side} ${day}`
  const known = ofDays.get(key)
  if (known) return known
  if (ofDays.size >= MOST_KEPT) ofDays.clear()
  const [fr, en] = (['fr', 'en'] as const).map((locale) => formatDay(Temporal.PlainDate.from(day), locale))
  const said =
    side === 'before'
      ? words(`ce texte n’était pas encore en vigueur le ${fr}`, `this text was not yet in force on ${en}`)
      : words(`ce texte n’était plus en vigueur le ${fr}`, `this text was no longer in force on ${en}`)
  ofDays.set(key, said)
  return said
}

/** Days between a day and the interval of a version; 0 within it. */
function gap({ validFrom, validTo }: Rule, day: string | null): number {
  if (day === null) return 0
  const days = (from: string, to: string) =>
    Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days
  if (validFrom !== null && day < validFrom) return days(day, validFrom)
  return validTo !== null && day > validTo ? days(validTo, day) : 0
}
