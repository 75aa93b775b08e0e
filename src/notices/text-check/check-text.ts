import { isShapedLikeNir } from '../../people/identity/index.ts'
import { readability } from '../gates/readability.ts'
import { LONGEST_SENTENCE } from '../gates/readable.ts'
import { SAYS_NOT_CONCERNED } from '../gates/standing.ts'
import type { NoticeLocale, Serves } from '../model.ts'
import { missingItems } from './art34-in-text.ts'
import { FLAWS, type FlawKind, LINK } from './flaws.ts'
import { languageOf } from './language.ts'

export type WarningKind = 'says_not_concerned' | 'nir_shaped' | 'link' | 'long_sentence' | `art34_${Serves}`

/** Where something stands: 1-based line and column, the column in characters. */
export interface TextFinding<K extends string> {
  readonly kind: K
  readonly line: number
  readonly column: number
  /** The signs found; never those of a national identifier. */
  readonly found?: string
}

export interface TextCheck {
  readonly language: NoticeLocale
  readonly flaws: readonly TextFinding<FlawKind>[]
  readonly warnings: readonly TextFinding<WarningKind>[]
  readonly readability: {
    readonly measure: 'Kandel-Moles' | 'Flesch'
    readonly score: number
    readonly wordsPerSentence: number
    readonly longest: readonly {
      readonly line: number
      readonly column: number
      readonly words: number
      readonly text: string
    }[]
  }
}

/**
 * What a reader must not see in a text, whatever its origin, with its place; and what it may lack. Flaws are certain,
 * warnings are to be read: what is missing is looked for by words.
 */
export function checkText(text: string): TextCheck {
  const language = languageOf(text)
  const placeOf = placesOf(text)
  const sentences = sentencesIn(text)
  const measured = readability(
    sentences.map((one) => one.text),
    language,
  )
  const longest = measured.longest.map(({ text: said, words }) => ({
    ...placeOf(sentences.find((one) => one.text === said)?.at ?? 0),
    words,
    text: said,
  }))
  return {
    language,
    flaws: flawsIn(text, placeOf),
    warnings: [
      ...standing(text, placeOf),
      ...nirs(text, placeOf),
      ...first(text.matchAll(LINK)).map((match) => ({
        kind: 'link' as const,
        ...placeOf(match.index),
        found: match[0],
      })),
      ...longest
        .filter(({ words }) => words > LONGEST_SENTENCE)
        .map(({ line, column }) => ({ kind: 'long_sentence' as const, line, column })),
      ...missingItems(text).map((item) => ({ kind: `art34_${item}` as const, line: 1, column: 1 })),
    ].toSorted(inOrder),
    readability: {
      measure: language === 'fr' ? 'Kandel-Moles' : 'Flesch',
      score: measured.score,
      wordsPerSentence: measured.wordsPerSentence,
      longest,
    },
  }
}

/** Of each kind, as many as anyone would read. */
const MOST_OF_A_KIND = 500

function first(matches: IterableIterator<RegExpExecArray>): RegExpExecArray[] {
  const kept: RegExpExecArray[] = []
  for (const match of matches) {
    if (kept.length === MOST_OF_A_KIND) break
    kept.push(match)
  }
  return kept
}

type PlaceOf = ReturnType<typeof placesOf>

/** Line ends of any system; a column counts characters, not code units. */
function placesOf(text: string) {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)]
  let last = { low: -1, at: 0, column: 1 }
  return (at: number) => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (starts[middle]! <= at) low = middle
      else high = middle - 1
    }
    // A long line is counted once, for matches come in order.
    if (last.low !== low || last.at > at) last = { low, at: starts[low]!, column: 1 }
    last = { low, at, column: last.column + [...text.slice(last.at, at)].length }
    return { line: low + 1, column: last.column }
  }
}

/** At one place, or inside it, the first kind is told: a scrubbed address in brackets is one flaw, not two. */
function flawsIn(text: string, placeOf: PlaceOf): TextFinding<FlawKind>[] {
  const taken: { from: number; to: number }[] = []
  const found = FLAWS.flatMap(({ kind, found }) =>
    first(text.matchAll(found)).flatMap((match) => {
      const from = match.index + (/^[ \t]*/.exec(match[0])?.[0].length ?? 0)
      const to = match.index + match[0].length
      if (taken.some((one) => from === one.from || (from >= one.from && to <= one.to))) return []
      taken.push({ from, to })
      return [{ kind, ...placeOf(from), found: shown(match[0].trim()) }]
    }),
  )
  return found.toSorted(inOrder)
}

const MOST_SHOWN = 60

function shown(text: string): string {
  const visible = text.replace(
    /[\p{C}]/gu,
    (sign) => `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
  )
  return visible.length > MOST_SHOWN ? `${visible.slice(0, MOST_SHOWN - 1)}…` : visible
}

function standing(text: string, placeOf: PlaceOf): TextFinding<WarningKind>[] {
  const everywhere = new RegExp(SAYS_NOT_CONCERNED.source, `g${SAYS_NOT_CONCERNED.flags}`)
  return first(text.matchAll(everywhere)).map((match) => ({
    kind: 'says_not_concerned' as const,
    ...placeOf(match.index),
    found: shown(match[0]),
  }))
}

/** The number itself is not repeated. */
function nirs(text: string, placeOf: PlaceOf): TextFinding<WarningKind>[] {
  return first(text.matchAll(/(?<![\p{L}\p{N}])[1-8][\dABab .\u00a0\u202f\-_/]{12,24}(?![\p{L}\p{N}])/gu))
    .filter((match) => isShapedLikeNir(match[0].trim().replace(/[.\-_/]+$/, '')))
    .map((match) => ({ kind: 'nir_shaped' as const, ...placeOf(match.index) }))
}

/** Sentences with their place; lines of one paragraph are joined, items of a list are not. */
function sentencesIn(text: string): { text: string; at: number }[] {
  const joined = text.replace(/\r\n|\r|\n/g, (end, at: number) => {
    const next = text.slice(at + end.length, at + end.length + 12)
    const endsParagraph = /^[ \t]*(?:\r|\n|[-–•*\d:]|$)/.test(next)
    return endsParagraph ? end : ' '.repeat(end.length)
  })
  return [...joined.matchAll(/[^\r\n]+/g)].flatMap((line) => {
    const parts = [...line[0].matchAll(/.+?(?:[.!?…]+(?=\s+[\p{Lu}«“"]|\s*$)|$)/gu)]
    return parts
      .map((part) => ({
        text: part[0].trim(),
        at: line.index + part.index + part[0].length - part[0].trimStart().length,
      }))
      .filter(({ text: said }) => /\p{L}/u.test(said))
  })
}

function inOrder(a: { line: number; column: number }, b: { line: number; column: number }): number {
  return a.line - b.line || a.column - b.column
}
