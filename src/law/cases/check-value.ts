import { LAW_FACTS, lawFact } from '../facts/fact-catalogue.ts'
import type { FactValue } from '../model.ts'
import { checkDay, checkInstant, isDay } from './check-instant.ts'
import { nearest } from './nearest.ts'
import { caseRefusals } from './refusals.ts'

const YES = new Set(['yes', 'oui', 'true', 'vrai'])
const NO = new Set(['no', 'non', 'false', 'faux'])
const UNKNOWN = new Set(['unknown', 'inconnu', 'null', ''])

/** Facts that people tell in words: “a few dozen”, “2 working days”. */
const IN_WORDS = ['persons']
/** Facts of which a day is enough where the clock counts days. */
const DAY_IS_ENOUGH = [
  'unauthorised_debit_on',
  'loss_known_at',
  'access_request_received_at',
  'corrective_measure_at',
]

/** What a clock counts by: nothing, or years, is a typing mistake. */
const BOUNDS: Readonly<Record<string, readonly [number, number]>> = { insurer_delay_working_days: [1, 366] }

const LONGEST = 2000

/**
 * One fact as the law reads it, or refused. Takes a bare value, or `{value, source, at}`.
 * @param zones that an offset may be of; the organisation's own first
 * @throws law.unknownFact, wrongKind, unknownCode, noOffset, impossibleInstant, impossibleDay, wrongOffset, unknownKey
 */
export function checkFact(key: string, given: unknown, where: string, zones: readonly string[]): FactValue {
  const fact = lawFact(key)
  if (!fact) throw caseRefusals.unknownFact({ where, key, nearest: nearest(key, Object.keys(LAW_FACTS)) })
  const value = bare(given, where, zones)
  if (value === undefined || value === null) return null
  if (typeof value === 'string' && UNKNOWN.has(value.trim().toLowerCase())) return null
  switch (fact.kind) {
    case 'yes_no':
      return yesOrNo(value, where)
    case 'number':
      return count(key, value, where)
    case 'instant':
      if (typeof value !== 'string') throw wrong(value, where, 'un instant', 'an instant')
      if (isDay(value) && DAY_IS_ENOUGH.includes(key)) return checkDay(value, where)
      return checkInstant(value.trim(), where, zones)
    case 'date':
      if (typeof value !== 'string') throw wrong(value, where, 'un jour', 'a day')
      return checkDay(value.trim(), where)
    case 'choice':
      return code(value, Object.keys(fact.choices ?? {}), where)
    case 'list': {
      const read = list(value, fact.choices && Object.keys(fact.choices), where)
      // None of the codes of a breach is a question left open, not an answer.
      return fact.choices && read.length === 0 ? null : read
    }
    case 'text':
      if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value
      return shortText(value, where)
  }
}

/** `{value, source, at}` gives its value; source and instant are checked, and stay in the file. */
function bare(given: unknown, where: string, zones: readonly string[]): unknown {
  if (given === null || typeof given !== 'object' || Array.isArray(given)) return given
  const { value, source, at, ...others } = given as Record<string, unknown>
  const [stray] = Object.keys(others)
  if (stray !== undefined || value === undefined) {
    throw stray === undefined
      ? wrong('{…}', where, 'une valeur, ou {value, source, at}', 'a value, or {value, source, at}')
      : caseRefusals.unknownKey({ where, key: stray, nearest: nearest(stray, ['value', 'source', 'at']) })
  }
  if (source !== undefined && source !== null) shortText(source, `${where}/source`)
  if (at !== undefined && at !== null) {
    if (typeof at !== 'string') throw wrong(at, `${where}/at`, 'un instant', 'an instant')
    if (isDay(at)) checkDay(at, `${where}/at`)
    else checkInstant(at, `${where}/at`, zones)
  }
  return value
}

function yesOrNo(value: unknown, where: string): boolean {
  if (typeof value === 'boolean') return value
  const word = typeof value === 'string' ? value.trim().toLowerCase() : ''
  if (YES.has(word)) return true
  if (NO.has(word)) return false
  throw wrong(value, where, 'true, false, "yes", "no" ou "unknown"', 'true, false, "yes", "no" or "unknown"')
}

function count(key: string, value: unknown, where: string): number | string {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) {
    const [least, most] = BOUNDS[key] ?? [0, Number.MAX_SAFE_INTEGER]
    if (value >= least && value <= most) return value
    throw wrong(value, where, `un nombre de ${least} à ${most}`, `a number from ${least} to ${most}`)
  }
  if (typeof value === 'string' && /^\d+$/.test(value.trim())) return count(key, Number(value), where)
  if (typeof value === 'string' && IN_WORDS.includes(key) && !/^\s*-/.test(value))
    return shortText(value, where)
  throw wrong(value, where, 'un nombre entier, zéro ou plus', 'a whole number, zero or more')
}

function code(value: unknown, choices: readonly string[], where: string): string {
  if (typeof value !== 'string') throw wrong(value, where, 'un code', 'a code')
  const word = value.trim()
  const found = choices.find((one) => one.toLowerCase() === word.toLowerCase())
  if (found !== undefined) return found
  const allowed = choices.join(', ')
  throw caseRefusals.unknownCode({ where, value: shown(value), nearest: nearest(word, choices), allowed })
}

function list(value: unknown, choices: readonly string[] | undefined, where: string): string[] {
  if (!Array.isArray(value)) throw wrong(value, where, 'une liste : […]', 'a list: […]')
  if (value.length > 200) throw wrong('…', where, '200 éléments au plus', '200 items at most')
  const read = value.map((one, index) =>
    choices ? code(one, choices, `${where}/${index}`) : shortText(one, `${where}/${index}`),
  )
  return [...new Set(read)]
}

function shortText(value: unknown, where: string): string {
  if (typeof value !== 'string') throw wrong(value, where, 'un texte', 'a text')
  if (value.length > LONGEST) {
    throw wrong(shown(value), where, `${LONGEST} caractères au plus`, `${LONGEST} characters at most`)
  }
  return value
}

function wrong(value: unknown, where: string, fr: string, en: string) {
  return caseRefusals.wrongKind({ where, value: shown(value), fr, en })
}

/** A value as it is told: short, and never a whole paragraph of somebody. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '∅')
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
