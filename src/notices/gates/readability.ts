import type { NoticeLocale } from '../model.ts'

export interface Readability {
  /** Kandel and Moles (1958) in French, Flesch (1948) in English: 0 is hard, 100 is easy. Syllables are estimated. */
  readonly score: number
  readonly wordsPerSentence: number
  /** The three longest sentences, longest first. */
  readonly longest: readonly { readonly words: number; readonly text: string }[]
}

/** How hard the running text of a notice is to read. `texts` are sentences or short runs of sentences. */
export function readability(texts: readonly string[], locale: NoticeLocale): Readability {
  const sentences = texts
    .flatMap((text) => text.split(/(?<=[.!?])\s+(?=\p{Lu})/u))
    .map((text) => ({ text, words: wordsOf(text) }))
  const words = sentences.flatMap((sentence) => sentence.words)
  const perSentence = words.length / sentences.length
  const perWord = words.reduce((sum, word) => sum + syllables(word, locale), 0) / words.length
  const score =
    locale === 'fr'
      ? 207 - 1.015 * perSentence - 73.6 * perWord
      : 206.835 - 1.015 * perSentence - 84.6 * perWord
  const longest = sentences.toSorted((a, b) => b.words.length - a.words.length).slice(0, 3)
  return {
    score: Math.round(score),
    wordsPerSentence: Math.round(perSentence * 10) / 10,
    longest: longest.map(({ text, words }) => ({ text, words: words.length })),
  }
}

function wordsOf(text: string): string[] {
  return text.match(/\p{L}[\p{L}\p{M}\p{N}]*/gu) ?? []
}

/** Groups of vowels, without the silent e that ends a word. An estimate, the same for every notice. */
function syllables(word: string, locale: NoticeLocale): number {
  const plain = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/e\u0301/g, 'i')
    .replace(/\p{M}/gu, '')
  const heard = plain.length > 3 ? plain.replace(locale === 'fr' ? /(es?|ent)$/ : /e$/, '') : plain
  return Math.max(1, heard.match(/[aeiouyœæ]+/g)?.length ?? 1)
}
