import { fold } from './fold-words.ts'

/** A number known within bounds, both included. `max` is infinite when the words set no upper bound. */
interface Range {
  readonly min: number
  readonly max: number
}

export interface Quantity {
  /** Null: the words say no quantity that we understand. */
  readonly range: Range | null
  /** Words not understood, to be shown. */
  readonly unread: string | null
}

const UNITS: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  un: 1,
  une: 1,
  a: 1,
  an: 1,
  two: 2,
  deux: 2,
  three: 3,
  trois: 3,
  four: 4,
  quatre: 4,
  five: 5,
  cinq: 5,
  six: 6,
  seven: 7,
  sept: 7,
  eight: 8,
  huit: 8,
  nine: 9,
  neuf: 9,
  ten: 10,
  dix: 10,
  eleven: 11,
  onze: 11,
  twelve: 12,
  douze: 12,
  thirteen: 13,
  treize: 13,
  fourteen: 14,
  quatorze: 14,
  fifteen: 15,
  quinze: 15,
  sixteen: 16,
  seize: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  vingt: 20,
  thirty: 30,
  trente: 30,
  forty: 40,
  quarante: 40,
  fifty: 50,
  cinquante: 50,
  sixty: 60,
  soixante: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}

const SCALES: Readonly<Record<string, number>> = {
  dozen: 12,
  douzaine: 12,
  dizaine: 10,
  quinzaine: 15,
  vingtaine: 20,
  trentaine: 30,
  cinquantaine: 50,
  centaine: 100,
  hundred: 100,
  cent: 100,
  millier: 1000,
  thousand: 1000,
  mille: 1000,
  k: 1000,
  million: 1_000_000,
  m: 1_000_000,
}

/**
 * People, from a number (« 1 200 », “100,000”, “about 60k”) or from words (“a few dozen”, « plusieurs milliers », “more than
 * 100,000”). “A few” counts 2 to 9; a bare plural (“thousands”) sets no upper bound. The first number said is the one read.
 */
export function readCount(said: number | string | null | undefined): Quantity {
  if (said === null || said === undefined) return { range: null, unread: null }
  if (typeof said === 'number')
    return Number.isFinite(said) && said >= 0 ? exactly(said) : { range: null, unread: String(said) }
  const text = fold(joinedDigits(said))
  if (text === '' || UNKNOWN.test(text)) return { range: null, unread: null }
  const range = countIn(text)
  return range ? { range, unread: null } : { range: null, unread: said.trim() }
}

const exactly = (value: number): Quantity => ({ range: { min: value, max: value }, unread: null })

/** Spaces, commas and points that group three digits go: “100,000”, « 1 200 », “33.000.000”. */
const joinedDigits = (text: string) =>
  text
    .replace(/(?<=\d)[\s\u00a0\u202f,.'’](?=\d{3}(?!\d))/gu, '')
    .replace(/(?<=\d),(?=\d)/g, '.')
    .replace(/(\d)\s*[-–‑—]\s*(?=\d)/g, '$1 to ')

const ABOVE =
  /\b(?:more than|over|above|at least|upwards of|exceed\w*|plus de|plus d|au moins|depasse\w*|superieur a|minimum)\b|>|\+/
/** « plus de », “over”, with no number of its own. */
export const isMoreThan = (text: string): boolean => /^(?:\D*)$/.test(text) && ABOVE.test(fold(text))
const BELOW =
  /\b(?:less than|fewer than|under|below|at most|up to|no more than|moins de|moins d|au plus|jusqu a|maximum|inferieur a)\b|</
const ABOUT =
  /\b(?:about|around|approx\w*|roughly|nearly|almost|circa|some|environ|pres de|quelque|presque)\b|~/
const FEW = /\b(?:a few|few|several|some|quelques?|plusieurs|couple|multiple)\b/

const SEVERAL = /\b(?:several|plusieurs|multiple)\b/
const UNKNOWN =
  /^(?:unknown(?: \w+)*|not (?:stated|known)|n ?\/? ?a|inconnue?s?|non (?:precise|connu)\w*|all(?: \w+)?|tous(?: \w+)*|tbd|to be determined)$/

function countIn(text: string): Range | null {
  const between = text.match(
    /\b(\d+(?:\.\d+)?)\s*(?:to|a|and|et|-)\s*(\d+(?:\.\d+)?)(?:\s*(k|m|thousand|million|mille|millions?))?\b/,
  )
  if (between) {
    const scale = SCALES[singular(between[3] ?? '')] ?? 1
    return { min: Number(between[1]) * scale, max: Number(between[2]) * scale }
  }
  const base = digitsIn(text) ?? wordsIn(text)
  if (!base) return null
  if (ABOVE.test(text)) return { min: base.min, max: Number.POSITIVE_INFINITY }
  if (/\b(?:up to|jusqu a)\b/.test(text)) return { min: base.max, max: base.max }
  if (BELOW.test(text)) return { min: 1, max: base.max }
  if (ABOUT.test(text) && base.min === base.max)
    return { min: Math.round(base.min * 0.9), max: Math.round(base.max * 1.1) }
  return base
}

function digitsIn(text: string): Range | null {
  const digits = text.match(/(\d+(?:\.\d+)?)\s*([a-z]+)?/)
  if (!digits) return null
  const value = Number(digits[1]) * (SCALES[singular(digits[2] ?? '')] ?? 1)
  return { min: value, max: value }
}

const singular = (word: string) => (word.length > 2 ? word.replace(/s$/, '') : word)

function wordsIn(text: string): Range | null {
  const tokens = text.replace(/\bquatre vingts?\b/g, 'eighty').split(/[^\p{L}]+/u)
  const scales = tokens.flatMap((token) => (token === 'tens' ? 10 : (SCALES[singular(token)] ?? [])))
  const scale = scales.reduce((product, one) => product * one, 1)
  const units = tokens.flatMap((token) => UNITS[token] ?? [])
  if (FEW.test(text)) return { min: 2 * scale, max: scale === 1 ? 20 : (SEVERAL.test(text) ? 9 : 6) * scale }
  if (/\b(?:handful|poignee)\b/.test(text)) return { min: 2, max: 10 }
  const bare =
    scales.length > 0 && tokens.some((token) => singular(token) !== token && SCALES[singular(token)])
  if (bare && units.length === 0) return { min: 2 * scale, max: scale < 100 ? 99 : Number.POSITIVE_INFINITY }
  if (/^(?:none|nobody|no one|aucune?|personne|nul)$/.test(text)) return { min: 0, max: 0 }
  const many = /\b(?:many|numerous|nombreu\w*|large number|grand nombre|mass\w*)\b/.test(text)
  if (many && scales.length === 0) return { min: 100, max: Number.POSITIVE_INFINITY }
  if (units.length > 0 || scales.length > 0) return exact(spelled(tokens))
  return /\b(?:single|sole|seule?|individual|both)\b/.test(text) ? exact(/both/.test(text) ? 2 : 1) : null
}

const exact = (value: number): Range => ({ min: value, max: value })

/** “two hundred thousand and fifty”, « cent vingt », “a dozen”: units add up, hundreds and dozens multiply them, thousands close them. */
function spelled(tokens: readonly string[]): number {
  let total = 0
  let current = 0
  for (const token of tokens) {
    const unit = UNITS[token]
    const scale = SCALES[singular(token)]
    if (unit !== undefined) current = ARTICLES.has(token) ? Math.max(current, unit) : current + unit
    else if (scale !== undefined && scale < 1000) current = Math.max(current, 1) * scale
    else if (scale !== undefined) {
      total += Math.max(current, 1) * scale
      current = 0
    }
  }
  return total + current
}
const ARTICLES = new Set(['a', 'an', 'un', 'une'])

const HOURS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:minutes?|mins?)\b/, 1 / 60],
  [/\b(?:hours?|heures?|hrs?|h)\b/, 1],
  [/\b(?:days?|jours?|d|j|journees?)\b/, 24],
  [/\b(?:weeks?|semaines?)\b/, 168],
  [/\b(?:months?|mois)\b/, 730],
  [/\b(?:years?|ans?|annees?)\b/, 8760],
]

/**
 * Hours, from a number of hours or from words (“a few hours”, “2 working days”, « cinq jours ouvrés », “same day”, “never”).
 * Working days count as elapsed days at least: people wait through them.
 */
export function readDuration(said: number | string | null | undefined): Quantity {
  if (said === null || said === undefined) return { range: null, unread: null }
  if (typeof said === 'number') return readCount(said)
  const text = fold(joinedDigits(said))
  if (text === '' || UNKNOWN.test(text)) return { range: null, unread: null }
  if (NEVER.test(text)) return exactly(Number.POSITIVE_INFINITY)
  if (
    /\b(?:immediate\w*|instant\w*|at once|aussitot|tout de suite|quickly|shortly|short time|promptly|rapide\w*)\b/.test(
      text,
    )
  )
    return { range: { min: 0, max: 8 }, unread: null }
  if (/\b(?:same day|within the day|meme jour|dans la journee|overnight|dans la nuit)\b/.test(text))
    return { range: { min: 1, max: 24 }, unread: null }
  if (/\b(?:next day|lendemain)\b/.test(text)) return { range: { min: 12, max: 36 }, unread: null }
  return durationIn(text, said)
}

const NEVER =
  /\b(?:never|not (?:yet )?(?:restor\w+|recover\w+|possible)|cannot|impossible|permanent\w*|jamais|pas (?:encore )?(?:retabli\w*|restaur\w*|recuper\w*)|irrecuper\w*|irrecover\w*|lost|perdu\w*|definiti\w*|indefinite\w*|still (?:down|unavailable))\b/

function durationIn(text: string, said: string): Quantity {
  const unit = HOURS.find(([looks]) => looks.test(text.replace(/(\d)([a-z])/g, '$1 $2')))
  const count =
    countIn(text.replace(/(\d)([a-z])/g, '$1 $2')) ??
    (unit && /\b\w+s\b/.test(text) ? { min: 2, max: unit[1] <= 1 ? 23 : 30 } : null)
  if (!count || (!unit && !/^\D*\d/.test(text))) return { range: null, unread: said.trim() }
  const hours = unit?.[1] ?? 1
  return { range: { min: count.min * hours, max: count.max * hours }, unread: null }
}
