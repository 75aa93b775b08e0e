import type { Temporal } from '../../platform/clock.ts'
import { type Calendar, frenchCalendar, type WorkingWeek } from '../calendar/calendar.ts'
import { easterSunday } from '../calendar/easter.ts'
import { REGIONS } from '../calendar/holidays.ts'
import { type Place, placeNamed, regionOfZone } from '../calendar/regions.ts'
import { lawRefusals } from '../refusals.ts'
import type { ClockRule } from './clock-rule.ts'
import { type ParamName, paramNamed } from './param-names.ts'
import { FIRST_YEAR, LAST_YEAR, readStart } from './read-start.ts'

export interface ClockParams {
  readonly aware?: Temporal.ZonedDateTime
  readonly classifiedMajor?: Temporal.ZonedDateTime
  /** Left out: nobody said whether the entity may use the noon rule. */
  readonly reliefEligible?: boolean
  readonly hours?: number
  readonly workingDays?: number
  readonly week?: WorkingWeek
  /** Every calendar that may be the one of the place: the earlier result is kept. */
  readonly calendars: readonly Calendar[]
  /** A place was named: its local holidays may be looked for. */
  readonly placeGiven: boolean
}

/**
 * Parameters of one clock. One that the rule does not take is refused by its name, never ignored; null means “not known”
 * and counts as left out.
 */
export function readParams(rule: ClockRule, given: unknown, zone: string): ClockParams {
  const raw = named(rule, given)
  return {
    ...present('aware', raw, (value) => instant('aware', value, zone)),
    ...present('classified_major', raw, (value) => instant('classified_major', value, zone)),
    ...present('relief_eligible', raw, (value) => yesNo('relief_eligible', value)),
    ...present('hours', raw, (value) => count('hours', value, 8784)),
    ...present('working_days', raw, (value) => count('working_days', value, 366)),
    ...present('week', raw, weekOf),
    calendars: calendarsOf(rule, raw, zone),
    placeGiven: ['region', 'insurer_region', 'good_friday', 'local_holidays'].some((name) =>
      raw.has(name as ParamName),
    ),
  }
}

const FIELDS = {
  aware: 'aware',
  classified_major: 'classifiedMajor',
  relief_eligible: 'reliefEligible',
  hours: 'hours',
  working_days: 'workingDays',
  week: 'week',
} as const

type Raw = ReadonlyMap<ParamName, unknown>

function present<N extends keyof typeof FIELDS, V>(name: N, raw: Raw, read: (value: unknown) => V) {
  const field = FIELDS[name]
  return (raw.has(name) ? { [field]: read(raw.get(name)) } : {}) as { [K in (typeof FIELDS)[N]]?: V }
}

function named(rule: ClockRule, given: unknown): Raw {
  if (given === undefined || given === null) return new Map()
  if (typeof given !== 'object' || Array.isArray(given)) {
    throw lawRefusals.badParam({ param: 'params', value: text(given), expected: '{"…": …}' })
  }
  const raw = new Map<ParamName, unknown>()
  const spelled = new Map<ParamName, string>()
  for (const [spelling, said] of Object.entries(given)) {
    const isFlag = ALSACE_MOSELLE.test(spelling) && typeof said === 'boolean'
    const name = isFlag ? 'region' : paramNamed(spelling)
    const value = isFlag ? (said ? 'alsace_moselle' : 'national') : said
    if (!name || !rule.params.includes(name)) {
      throw lawRefusals.unknownParam({ rule: rule.id, param: spelling, known: rule.params.join(', ') })
    }
    if (spelled.has(name)) {
      throw lawRefusals.repeatedParam({ rule: rule.id, param: spelling, other: spelled.get(name) ?? '' })
    }
    spelled.set(name, spelling)
    if (value !== null && value !== undefined) raw.set(...placed(name, value, rule))
  }
  return raw
}

/** Holidays named by the place that has them (« Alsace-Moselle ») are those of its calendar. */
function placed(name: ParamName, value: unknown, { params }: ClockRule): [ParamName, unknown] {
  const isPlace =
    name === 'local_holidays' &&
    typeof value === 'string' &&
    placeNamed(value) !== undefined &&
    params.includes('region')
  return [isPlace ? 'region' : name, value]
}

/** `{"alsace_moselle": true}` names the place as `{"region": "alsace_moselle"}` does. */
const ALSACE_MOSELLE = /^(is[ _-]?)?alsace[ _-]?moselle$/i

const text = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 80)

function instant(param: string, value: unknown, zone: string): Temporal.ZonedDateTime {
  const start = readStart(param, value, zone)
  if (start.dayOnly) throw lawRefusals.needsTime({ field: param, value: String(value) })
  return start.at
}

function yesNo(param: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value
  throw lawRefusals.badParam({ param, value: text(value), expected: 'true, false' })
}

function count(param: string, value: unknown, most: number): number {
  const figure = typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : value
  if (typeof figure === 'number' && Number.isInteger(figure) && figure >= 1 && figure <= most) return figure
  throw lawRefusals.badParam({ param, value: text(value), expected: `1–${most}` })
}

function weekOf(value: unknown): WorkingWeek {
  const name = typeof value === 'string' ? value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase() : ''
  if (name === 'ouvres' || name === 'ouvrables') return name
  throw lawRefusals.badParam({ param: 'week', value: text(value), expected: 'ouvres, ouvrables' })
}

function calendarsOf(rule: ClockRule, raw: Raw, zone: string): readonly Calendar[] {
  const places = [...insured(rule, raw, zone), ...insurer(raw)]
  const said = raw.has('good_friday') ? yesNo('good_friday', raw.get('good_friday')) : null
  const added = daysOf(raw.get('local_holidays'))
  return places
    .flatMap((place) => calendarsAt(said === null ? place : withGoodFriday(place, said, raw.has('region'))))
    .map((calendar) => ({ ...calendar, added }))
}

/** Good Friday is a legal holiday in Alsace-Moselle alone: whoever says that it is one, and names no place, has named that. */
function withGoodFriday({ region }: Place, goodFriday: boolean, isNamed: boolean): Place {
  const isThere = goodFriday && !isNamed && region === 'national'
  return { region: isThere ? 'alsace_moselle' : region, goodFriday }
}

/** The zone of an overseas territory names its calendar; where an insurer is party, that of the mainland is possible too. */
function insured(rule: ClockRule, raw: Raw, zone: string): readonly Place[] {
  if (raw.has('region')) return placesIn('region', raw.get('region'))
  const own = regionOfZone(zone)
  const regions = rule.params.includes('insurer_region') ? [...new Set([own, 'national' as const])] : [own]
  return regions.map((region) => ({ region, goodFriday: null }))
}

function insurer(raw: Raw): readonly Place[] {
  return raw.has('insurer_region') ? placesIn('insurer_region', raw.get('insurer_region')) : []
}

function placesIn(param: ParamName, value: unknown): readonly Place[] {
  const names = Array.isArray(value) ? value : [value]
  if (names.length === 0)
    throw lawRefusals.unknownRegion({ param, value: text(value), known: REGIONS.join(', ') })
  return names.map((name) => {
    const place = typeof name === 'string' || typeof name === 'number' ? placeNamed(String(name)) : undefined
    if (place) return place
    throw lawRefusals.unknownRegion({ param, value: text(name), known: REGIONS.join(', ') })
  })
}

/** In Alsace-Moselle, when nobody says whether the commune has a Protestant church, both calendars are possible. */
function calendarsAt({ region, goodFriday }: Place): readonly Calendar[] {
  if (region !== 'alsace_moselle') return [frenchCalendar(region)]
  const possible = goodFriday === null ? [false, true] : [goodFriday]
  return possible.map((holds) => frenchCalendar(region, holds))
}

function daysOf(value: unknown): readonly string[] {
  if (value === undefined) return []
  const days = Array.isArray(value) ? value : [value]
  return days.flatMap((day) => {
    if (typeof day === 'string' && /^(good[ _-]?friday|vendredi[ _-]?saint)$/i.test(day)) return goodFridays()
    const start = readStart('local_holidays', day, 'UTC')
    if (start.dayOnly) return start.at.toPlainDate().toString()
    throw lawRefusals.badParam({
      param: 'local_holidays',
      value: text(day),
      expected: '["2026-04-03"]',
    })
  })
}

/** Good Friday where it is only a custom (Antilles) or an agreement. */
function goodFridays(): readonly string[] {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index)
  return years.map((year) => easterSunday(year).subtract({ days: 2 }).toString())
}
